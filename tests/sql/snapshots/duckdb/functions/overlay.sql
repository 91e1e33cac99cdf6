select substring("text", 1, case when ($1::bigint - 1) < 0 then 0 else $2::bigint - 1 end) || $3 || substring("text", case when ($4::bigint + case when $5::bigint < 0 then length($6) else $7::bigint end) = 0 then 1 else $8::bigint + case when $9::bigint < 0 then length($10) else $11::bigint end end) as "text"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: "a"
-- 4: 2
-- 5: 2
-- 6: "a"
-- 7: 2
-- 8: 2
-- 9: 2
-- 10: "a"
-- 11: 2
