select try_cast("flag" as integer) as "x"
from "shop"."samples";
