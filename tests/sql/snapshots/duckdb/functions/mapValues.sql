select map_values("rates") as "rates"
from "shop"."samples";
