select try_cast("flag"::int as decimal(10,2)) as "x"
from "shop"."samples";
