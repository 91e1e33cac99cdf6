select sha1("text") as "text", sha1("bytes") as "bytes"
from "shop"."samples";
