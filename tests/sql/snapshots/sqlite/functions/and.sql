select "flag" and ? as "flag"
from "shop"."samples";
-- 1: 1
