select case when $1::bigint = 0 then error('splitPart: there is no part 0') when $2 = '' then case when $3::bigint in (1, -1) then "text" when "text" is not null then '' end else split_part("text", $4, $5::bigint) end as "text"
from "shop"."samples";
-- 1: 2
-- 2: "a"
-- 3: 2
-- 4: "a"
-- 5: 2
