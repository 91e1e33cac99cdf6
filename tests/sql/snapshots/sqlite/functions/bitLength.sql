select octet_length("text") * 8 as "text", octet_length("bytes") * 8 as "bytes"
from "shop"."samples";
