select "flag"::bigint as "x"
from "shop"."samples";
