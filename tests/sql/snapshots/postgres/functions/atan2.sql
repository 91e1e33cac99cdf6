select atan2("number"::double precision + 0, $1::double precision + 0) as "number", atan2("ratio" + 0, $2::double precision + 0) as "ratio", atan2("price"::double precision + 0, $3::double precision + 0) as "price"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
