select millrace_digest("text", 'sha1') as "text", millrace_digest("bytes", 'sha1') as "bytes"
from "shop"."samples";
