select map_entries("rates") as "rates"
from "shop"."samples";
