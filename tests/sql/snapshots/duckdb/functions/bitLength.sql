select ((strlen("text") * 8))::int as "text", ((octet_length("bytes") * 8))::int as "bytes"
from "shop"."samples";
