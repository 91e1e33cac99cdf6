select case when trunc("ratio") >= -2147483648 and trunc("ratio") < 2147483648 then trunc("ratio")::integer else null end as "x"
from "shop"."samples";
