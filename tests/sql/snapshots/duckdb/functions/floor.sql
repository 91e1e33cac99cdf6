select "number", case when isnan("ratio") then 0 when "ratio" >= 9223372036854775807 then 9223372036854775807 when "ratio" <= -9223372036854775808 then -9223372036854775808 else floor("ratio")::bigint end as "ratio", floor("price")::decimal(11,0) as "price"
from "shop"."samples";
