select millrace_max_by("text", "word") as "text", millrace_max_by("number", "word") as "number"
from "shop"."samples";
