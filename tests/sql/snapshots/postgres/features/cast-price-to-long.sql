select trunc("price")::bigint as "x"
from "shop"."samples";
