select round("number"::numeric, $1::bigint::int)::bigint as "number", case when "ratio" in ('NaN', 'Infinity', '-Infinity') then "ratio" else round("ratio"::text::numeric, $2::bigint::int)::double precision end as "ratio", round("price"::numeric, $3::bigint::int)::numeric(13, 2) as "price"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
