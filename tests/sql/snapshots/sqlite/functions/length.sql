select millrace_length("text") as "text", millrace_length("bytes") as "bytes"
from "shop"."samples";
