select "flag"::text as "x"
from "shop"."samples";
