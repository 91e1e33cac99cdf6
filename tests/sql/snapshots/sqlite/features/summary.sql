select "q1"."summary", case when "q1"."place" = ? then "q2"."0_0" when "q1"."place" = ? then "q2"."0_1" when "q1"."place" = ? then "q2"."0_2" when "q1"."place" = ? then "q2"."0_3" end as "status"
from (
  select cast(json_extract(value, '$[0]') as integer) as "place", json_extract(value, '$[1]') as "summary"
  from json_each(?)
) as "q1"
cross join (
  select cast(millrace_whole(count("status"), 'long') as text) as "0_0", min("status") as "0_1", millrace_double_text(millrace_percentile_disc(millrace_to_double("status", 1), 0.5)) as "0_2", cast(millrace_whole(count(distinct "status"), 'long') as text) as "0_3"
  from "orders"
) as "q2"
order by "q1"."place";
-- 1: 0
-- 2: 1
-- 3: 2
-- 4: 3
-- 5: "[[0,\"count\"],[1,\"min\"],[2,\"50%\"],[3,\"count_distinct\"]]"
