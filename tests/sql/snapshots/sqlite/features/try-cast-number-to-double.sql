select cast("number" as real) as "x"
from "shop"."samples";
