select count(case when "number" > $1 then 1 end) as "n", count(case when "flag" then 1 end) as "flags"
from "shop"."samples";
-- 1: 1
