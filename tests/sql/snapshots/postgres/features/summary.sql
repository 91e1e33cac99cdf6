select "q1"."summary", case when "q1"."place" = $1 then "q2"."0_0" when "q1"."place" = $2 then "q2"."0_1" when "q1"."place" = $3 then case when "q2"."_group_1" in ('NaN', 'Infinity', '-Infinity') then "q2"."_group_1"::text when "q2"."_group_1" = 0 then case when "q2"."_group_1"::text = '-0' then '-0.0' else '0.0' end when abs("q2"."_group_1") >= 0.001 and abs("q2"."_group_1") < 10000000 then case when "q2"."_group_1" = trunc("q2"."_group_1") then trunc("q2"."_group_1")::text || '.0' else trim_scale("q2"."_group_1"::text::numeric)::text end else case when trim_scale("q2"."_group_1"::text::numeric / power(10::numeric, floor(log(abs("q2"."_group_1"::text::numeric)))::int)) = trunc(trim_scale("q2"."_group_1"::text::numeric / power(10::numeric, floor(log(abs("q2"."_group_1"::text::numeric)))::int))) then trunc(trim_scale("q2"."_group_1"::text::numeric / power(10::numeric, floor(log(abs("q2"."_group_1"::text::numeric)))::int)))::text || '.0' else trim_scale("q2"."_group_1"::text::numeric / power(10::numeric, floor(log(abs("q2"."_group_1"::text::numeric)))::int))::text end || 'E' || floor(log(abs("q2"."_group_1"::text::numeric)))::int end when "q1"."place" = $4 then "q2"."0_3" end as "status"
from (
  select (r ->> 0)::integer as "place", (r ->> 1)::text as "summary"
  from json_array_elements($5::json) as rows(r)
) as "q1"
cross join (
  select count("status")::text as "0_0", min("status" collate "C") as "0_1", count(distinct "status")::text as "0_3", percentile_disc(0.5) within group (order by case when "status" ~ '^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$' then (case when abs("status"::numeric) >= 1.797693134862315808e308 then case when "status" ~ '^\s*-' then '-Infinity' else 'Infinity' end::float8 when abs("status"::numeric) <= 2.4703282292062328e-324 then 0::float8 else "status"::float8 end)::double precision when "status" ~* '^\s*([+-]?(infinity|inf)|nan)\s*$' then "status"::double precision else null end) as "_group_1"
  from "orders"
) as "q2"
order by "q1"."place";
-- 1: "0"
-- 2: "1"
-- 3: "2"
-- 4: "3"
-- 5: "[[\"0\",\"count\"],[\"1\",\"min\"],[\"2\",\"50%\"],[\"3\",\"count_distinct\"]]"
