select cast("bytes" as text) as "x"
from "shop"."samples";
