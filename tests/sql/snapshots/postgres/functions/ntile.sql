select ntile($1::bigint::int) over (order by "id") as "2"
from "shop"."samples";
-- 1: "2"
