select "number"::bigint as "number", case when "ratio" = 'NaN' then 0 when "ratio" >= 9223372036854775807 then 9223372036854775807 when "ratio" <= -9223372036854775808 then -9223372036854775808 else floor("ratio")::bigint end as "ratio", floor("price")::numeric(11, 0) as "price"
from "shop"."samples";
