select case when len(list_filter("pairs", lambda pair: pair is null)) = 0 then map_from_entries("pairs") end as "pairs"
from "shop"."samples";
