select count(case when "flag" then 1 end) as "flag"
from "shop"."samples";
