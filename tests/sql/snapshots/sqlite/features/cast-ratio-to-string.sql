select millrace_double_text("ratio") as "x"
from "shop"."samples";
