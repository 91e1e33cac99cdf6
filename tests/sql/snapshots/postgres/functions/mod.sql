select mod("number", nullif($1::bigint, 0)) as "number", mod("ratio"::text::numeric, nullif(($2::bigint)::text::numeric, 0))::double precision as "ratio", mod("price", nullif($3::numeric(1,0), 0)) as "price"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
