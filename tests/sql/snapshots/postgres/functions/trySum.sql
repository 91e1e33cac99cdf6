select case when sum("number") between -9223372036854775808 and 9223372036854775807 then sum("number")::bigint end as "number", sum("ratio") as "ratio", case when abs(round(sum("price"), 2)) < 1e20 then sum("price")::numeric(22, 2) end as "price"
from "shop"."samples";
