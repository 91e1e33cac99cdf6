select case when "text" is not null then (
  select coalesce(json_object_agg_unique(part[1], part[2] order by place), '{}')
  from unnest(regexp_split_to_array("text", $1::text)) with ordinality as pairs(pair, place), lateral (
    select case when regexp_instr(pair, $2::text, 1, 1, 1) > 0 then (regexp_split_to_array(pair, $3::text))[:1] || substr(pair, regexp_instr(pair, $4::text, 1, 1, 1)) else regexp_split_to_array(pair, $5::text) end as part
  ) as parts
) end as "text"
from "shop"."samples";
-- 1: "(?:a){1,1}"
-- 2: "(?:a){1,1}"
-- 3: "(?:a){1,1}"
-- 4: "(?:a){1,1}"
-- 5: "(?:a){1,1}"
