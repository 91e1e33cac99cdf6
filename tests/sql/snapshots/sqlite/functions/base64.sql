select millrace_base64("text") as "text", millrace_base64("bytes") as "bytes"
from "shop"."samples";
