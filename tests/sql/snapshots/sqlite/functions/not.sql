select not "flag" as "flag"
from "shop"."samples";
