select "flag"::int::bigint as "x"
from "shop"."samples";
