select bit_and("number") as "number"
from "shop"."samples";
