select "flag"::int::numeric(10,2) as "x"
from "shop"."samples";
