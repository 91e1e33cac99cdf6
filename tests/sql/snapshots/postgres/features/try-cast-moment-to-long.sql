select case when trunc(floor(extract(epoch from "moment"))) >= -9223372036854775808 and trunc(floor(extract(epoch from "moment"))) < 9223372036854775808 then trunc(floor(extract(epoch from "moment")))::bigint else null end as "x"
from "shop"."samples";
