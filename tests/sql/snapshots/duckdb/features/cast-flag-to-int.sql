select "flag"::integer as "x"
from "shop"."samples";
