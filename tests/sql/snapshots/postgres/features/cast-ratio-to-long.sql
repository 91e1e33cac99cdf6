select trunc("ratio")::bigint as "x"
from "shop"."samples";
