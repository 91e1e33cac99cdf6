select "samples"."id", "q1"."name", case when "q1"."name" = $1 then "samples"."small"::bigint when "q1"."name" = $2 then "samples"."number" end as "value"
from "shop"."samples"
cross join (
  select (r ->> 0)::text as "name"
  from json_array_elements($3::json) as rows(r)
) as "q1";
-- 1: "small"
-- 2: "number"
-- 3: "[[\"small\"],[\"number\"]]"
