select make_timestamp("number"::bigint * 1000000) as "x"
from "shop"."samples";
