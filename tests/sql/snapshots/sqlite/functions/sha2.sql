select millrace_sha2("text", ?) as "text", millrace_sha2("bytes", ?) as "bytes"
from "shop"."samples";
-- 1: 2
-- 2: 2
