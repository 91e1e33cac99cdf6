select make_date("number", case when "number" not between 1 and 9999 then 0 else $1::bigint end, $2::bigint) as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
