select millrace_bit_or("number") as "number"
from "shop"."samples";
