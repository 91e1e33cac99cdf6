select "flag" as "x"
from "shop"."samples";
