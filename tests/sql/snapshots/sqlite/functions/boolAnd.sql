select min("flag") as "flag"
from "shop"."samples";
