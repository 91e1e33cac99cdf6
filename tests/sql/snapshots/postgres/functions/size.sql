select cardinality("list") as "list", jsonb_array_length("lists") as "lists", cardinality("words") as "words", case when "rates" is not null then (
  select count(*)::int
  from json_object_keys("rates"::json)
) end as "rates", jsonb_array_length("pairs") as "pairs"
from "shop"."samples";
