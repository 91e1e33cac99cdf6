select millrace_ends_with("text", ?) as "text", millrace_ends_with("bytes", "bytes") as "bytes"
from "shop"."samples";
-- 1: "a"
