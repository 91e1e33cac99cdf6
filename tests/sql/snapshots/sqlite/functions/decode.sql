select millrace_utf8("bytes", 2) as "bytes"
from "shop"."samples";
