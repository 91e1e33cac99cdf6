select bit_or("number") as "number"
from "shop"."samples";
