select millrace_crc32("text") as "text", millrace_crc32("bytes") as "bytes"
from "shop"."samples";
