select "orders"."id", "q1"."rank"
from "orders"
inner join (
  select json_extract(value, '$[0]') as "status", cast(json_extract(value, '$[1]') as integer) as "rank"
  from json_each(?)
) as "q1" on "orders"."status" = "q1"."status";
-- 1: "[[\"paid\",1]]"
