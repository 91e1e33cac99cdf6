select case when trunc("ratio") >= -9223372036854775808 and trunc("ratio") < 9223372036854775808 then trunc("ratio")::bigint else null end as "x"
from "shop"."samples";
