select cast("flag" as real) as "x"
from "shop"."samples";
