select map_keys("rates") as "rates"
from "shop"."samples";
