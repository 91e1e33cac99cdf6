select bool_and("flag") as "flag"
from "shop"."samples";
