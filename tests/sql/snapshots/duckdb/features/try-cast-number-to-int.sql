select try_cast("number" as integer) as "x"
from "shop"."samples";
