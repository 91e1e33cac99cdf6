select millrace_unbase64("text", 0) as "text"
from "shop"."samples";
