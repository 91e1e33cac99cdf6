select "flag"::varchar as "x"
from "shop"."samples";
