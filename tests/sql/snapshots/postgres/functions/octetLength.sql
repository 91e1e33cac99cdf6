select octet_length("text") as "text", octet_length("bytes") as "bytes"
from "shop"."samples";
