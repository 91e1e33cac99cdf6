select "orders"."id", "q1"."rank"
from "orders"
inner join (
  select (r ->> 0)::text as "status", (r ->> 1)::bigint as "rank"
  from json_array_elements($1::json) as rows(r)
) as "q1" on "orders"."status" = "q1"."status";
-- 1: "[[\"paid\",\"1\"]]"
