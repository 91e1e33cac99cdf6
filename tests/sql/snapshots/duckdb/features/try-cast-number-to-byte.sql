select try_cast("number" as tinyint) as "x"
from "shop"."samples";
