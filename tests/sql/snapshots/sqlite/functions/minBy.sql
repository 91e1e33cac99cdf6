select millrace_min_by("text", "word") as "text", millrace_min_by("number", "word") as "number"
from "shop"."samples";
