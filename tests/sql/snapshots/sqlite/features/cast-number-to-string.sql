select cast("number" as text) as "x"
from "shop"."samples";
