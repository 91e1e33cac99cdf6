select "flag"::int::double precision as "x"
from "shop"."samples";
