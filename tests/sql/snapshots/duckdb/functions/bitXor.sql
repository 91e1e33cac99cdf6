select bit_xor("number") as "number"
from "shop"."samples";
