select "number"::double precision / nullif($1::bigint, 0) as "number", "ratio"::double precision / nullif($2::bigint, 0) as "ratio", (round("price"::numeric, 6) / nullif($3::numeric(1,0), 0))::numeric(16, 6) as "price"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
