select cast("price" as real) as "x"
from "shop"."samples";
