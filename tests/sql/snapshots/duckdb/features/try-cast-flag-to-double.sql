select "flag"::double as "x"
from "shop"."samples";
