select case when $1::bigint between 0 and 63 then (("number"::bigint >> $2::bigint::bigint) & 1)::tinyint when "number" is not null and $3::bigint is not null then ('no bit ' || $4::bigint)::tinyint end as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
