select count(*) filter (where "flag") as "flag"
from "shop"."samples";
