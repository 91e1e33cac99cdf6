select max("flag") as "flag"
from "shop"."samples";
