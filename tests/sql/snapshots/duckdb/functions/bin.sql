select bin("number"::bigint) as "number"
from "shop"."samples";
