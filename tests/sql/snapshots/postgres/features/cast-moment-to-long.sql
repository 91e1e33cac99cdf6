select trunc(floor(extract(epoch from "moment")))::bigint as "x"
from "shop"."samples";
