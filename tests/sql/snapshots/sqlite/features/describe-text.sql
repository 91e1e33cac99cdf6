select "q1"."summary", case when "q1"."place" = ? then "q2"."0_0" when "q1"."place" = ? then "q2"."0_1" when "q1"."place" = ? then "q2"."0_2" when "q1"."place" = ? then "q2"."0_3" when "q1"."place" = ? then "q2"."0_4" end as "name"
from (
  select cast(json_extract(value, '$[0]') as integer) as "place", json_extract(value, '$[1]') as "summary"
  from json_each(?)
) as "q1"
cross join (
  select cast(millrace_whole(count("name"), 'long') as text) as "0_0", millrace_double_text(avg(millrace_to_double("name", 1))) as "0_1", millrace_double_text(millrace_stddev(millrace_to_double("name", 1))) as "0_2", min("name") as "0_3", max("name") as "0_4"
  from "customers"
) as "q2"
order by "q1"."place";
-- 1: 0
-- 2: 1
-- 3: 2
-- 4: 3
-- 5: 4
-- 6: "[[0,\"count\"],[1,\"mean\"],[2,\"stddev\"],[3,\"min\"],[4,\"max\"]]"
