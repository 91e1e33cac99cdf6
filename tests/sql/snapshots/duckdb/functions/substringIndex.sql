select case when $1 = '' or $2::bigint = 0 then case when "text" is not null and $3 is not null then '' end when $4::bigint > 0 then coalesce(left("text", list_filter(range(1, length("text") + 1), lambda place: substr("text", place, length($5)) = $6)[$7::bigint] - 1), "text") when $8::bigint < 0 then coalesce(substr("text", list_filter(range(1, length("text") + 1), lambda place: substr("text", place, length($9)) = $10)[$11::bigint] + length($12)), "text") end as "text"
from "shop"."samples";
-- 1: "a"
-- 2: 2
-- 3: "a"
-- 4: 2
-- 5: "a"
-- 6: "a"
-- 7: 2
-- 8: 2
-- 9: "a"
-- 10: "a"
-- 11: 2
-- 12: "a"
