select "flag"::int::decimal(10,2) as "x"
from "shop"."samples";
