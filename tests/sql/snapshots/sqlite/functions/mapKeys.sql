select millrace_map_keys("rates", 0) as "rates"
from "shop"."samples";
