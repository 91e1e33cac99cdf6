select "q1"."summary", case when "q1"."place" = $1 then "q2"."0_0" when "q1"."place" = $2 then "q2"."0_1" when "q1"."place" = $3 then case when isnan("q2"."_group_1") then 'NaN' when isinf("q2"."_group_1") then case when "q2"."_group_1" > 0 then 'Infinity' else '-Infinity' end when "q2"."_group_1" = 0 or (abs("q2"."_group_1") >= 0.001 and abs("q2"."_group_1") < 10000000) then "q2"."_group_1"::varchar else case when "q2"."_group_1" < 0 then '-' else '' end || list_transform([abs("q2"."_group_1")::varchar], lambda t: case when contains(t, 'e') then split_part(t, 'e', 1) || case when contains(t, '.') then '' else '.0' end || 'E' || split_part(t, 'e', 2)::int else rtrim(ltrim(replace(t, '.', ''), '0'), '0')[1] || '.' || case when length(rtrim(ltrim(replace(t, '.', ''), '0'), '0')) > 1 then rtrim(ltrim(replace(t, '.', ''), '0'), '0')[2:] else '0' end || 'E' || (case when t < '1' then length(ltrim(split_part(t, '.', 2), '0')) - length(split_part(t, '.', 2)) - 1 else strpos(t, '.') - 2 end) end)[1] end when "q1"."place" = $4 then "q2"."0_3" end as "status"
from (
  select unnest(given.c0) as "place", unnest(given.c1) as "summary"
  from (
    select from_json_strict($5, '{"c0":["INTEGER"],"c1":["VARCHAR"]}') as given
  )
) as "q1"
cross join (
  select count("status")::varchar as "0_0", min("status") as "0_1", count(distinct "status")::varchar as "0_3", list_sort(list(case when regexp_matches("status", '^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$') then "status"::double when regexp_matches("status", '^\s*([+-]?(infinity|inf)|nan)\s*$', 'i') then trim("status")::double else null end) filter (case when regexp_matches("status", '^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$') then "status"::double when regexp_matches("status", '^\s*([+-]?(infinity|inf)|nan)\s*$', 'i') then trim("status")::double else null end is not null))[greatest(1, ceil(0.5::double * count(case when regexp_matches("status", '^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$') then "status"::double when regexp_matches("status", '^\s*([+-]?(infinity|inf)|nan)\s*$', 'i'
) then trim("status")::double else null end)))::bigint] as "_group_1"
from "orders") as "q2"
order by "q1"."place";
-- 1: 0
-- 2: 1
-- 3: 2
-- 4: 3
-- 5: "{\"c0\":[0,1,2,3],\"c1\":[\"count\",\"min\",\"50%\",\"count_distinct\"]}"
