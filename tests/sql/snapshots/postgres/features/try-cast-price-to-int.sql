select case when trunc("price") >= -2147483648 and trunc("price") < 2147483648 then trunc("price")::integer else null end as "x"
from "shop"."samples";
