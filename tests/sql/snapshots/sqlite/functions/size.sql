select json_array_length("list") as "list", json_array_length("lists") as "lists", json_array_length("words") as "words", case when "rates" is not null then (
  select count(*)
  from json_each("rates")
) end as "rates", json_array_length("pairs") as "pairs"
from "shop"."samples";
