select millrace_digest("text", 'md5') as "text", millrace_digest("bytes", 'md5') as "bytes"
from "shop"."samples";
