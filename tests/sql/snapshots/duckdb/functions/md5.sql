select md5("text") as "text", md5("bytes") as "bytes"
from "shop"."samples";
