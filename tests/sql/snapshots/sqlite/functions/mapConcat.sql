select millrace_map_concat("rates", "rates") as "rates"
from "shop"."samples";
