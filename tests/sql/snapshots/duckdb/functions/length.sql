select length("text")::int as "text", octet_length("bytes")::int as "bytes"
from "shop"."samples";
