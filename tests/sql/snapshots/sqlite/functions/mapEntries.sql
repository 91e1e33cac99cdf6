select millrace_map_entries("rates", 0) as "rates"
from "shop"."samples";
