select "flag"::int::integer as "x"
from "shop"."samples";
