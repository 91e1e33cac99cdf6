select millrace_map_from_entries("pairs") as "pairs"
from "shop"."samples";
