select "flag" and $1::boolean as "flag"
from "shop"."samples";
-- 1: true
