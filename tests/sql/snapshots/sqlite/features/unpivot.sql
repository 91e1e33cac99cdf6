select "samples"."id", "q1"."name", case when "q1"."name" = ? then "samples"."small" when "q1"."name" = ? then "samples"."number" end as "value"
from "shop"."samples"
cross join (
  select json_extract(value, '$[0]') as "name"
  from json_each(?)
) as "q1";
-- 1: "small"
-- 2: "number"
-- 3: "[[\"small\"],[\"number\"]]"
