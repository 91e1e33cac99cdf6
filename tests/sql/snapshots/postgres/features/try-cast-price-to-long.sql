select case when trunc("price") >= -9223372036854775808 and trunc("price") < 9223372036854775808 then trunc("price")::bigint else null end as "x"
from "shop"."samples";
