select "flag" or ? as "flag"
from "shop"."samples";
-- 1: 1
