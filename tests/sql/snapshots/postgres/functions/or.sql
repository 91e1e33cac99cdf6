select "flag" or $1::boolean as "flag"
from "shop"."samples";
-- 1: true
