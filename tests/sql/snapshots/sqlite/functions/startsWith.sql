select millrace_starts_with("text", ?) as "text", millrace_starts_with("bytes", "bytes") as "bytes"
from "shop"."samples";
-- 1: "a"
