select case when $1::text = '' or $2::bigint = 0 then case when "text" is not null and $3::text is not null then '' end when $4::bigint > 0 then coalesce(left("text", (
  select place
  from generate_series(1, length("text")) as places(place)
  where substr("text", place, length($5::text)) = $6::text
  order by place
  limit 1
  offset greatest($7::bigint - 1, 0)
) - 1), "text") when $8::bigint < 0 then coalesce(substr("text", (
  select place
  from generate_series(1, length("text")) as places(place)
  where substr("text", place, length($9::text)) = $10::text
  order by place desc
  limit 1
  offset greatest(-$11::bigint - 1, 0)
) + length($12::text)), "text") end as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "2"
-- 3: "a"
-- 4: "2"
-- 5: "a"
-- 6: "a"
-- 7: "2"
-- 8: "2"
-- 9: "a"
-- 10: "a"
-- 11: "2"
-- 12: "a"
