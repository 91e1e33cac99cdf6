select length("text") as "text", length("bytes") as "bytes"
from "shop"."samples";
