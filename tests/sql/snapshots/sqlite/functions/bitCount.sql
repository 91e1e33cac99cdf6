select millrace_bit_count("number") as "number", millrace_bit_count("flag") as "flag"
from "shop"."samples";
