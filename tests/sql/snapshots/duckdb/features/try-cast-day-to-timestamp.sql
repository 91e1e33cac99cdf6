select try_cast("day" as timestamp) as "x"
from "shop"."samples";
