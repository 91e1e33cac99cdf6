select case when "rates" is not null and "rates" is not null then map_from_entries(list_concat(map_entries("rates"), map_entries("rates"))) end as "rates"
from "shop"."samples";
