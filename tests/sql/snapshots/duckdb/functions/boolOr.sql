select bool_or("flag") as "flag"
from "shop"."samples";
