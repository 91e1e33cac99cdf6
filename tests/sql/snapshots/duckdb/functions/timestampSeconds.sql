select make_timestamp("number" * 1000000) as "number", case when isfinite("ratio") then make_timestamp(trunc("ratio" * 1000000)::bigint) end as "ratio", make_timestamp(("price" * 1000000)::bigint) as "price"
from "shop"."samples";
