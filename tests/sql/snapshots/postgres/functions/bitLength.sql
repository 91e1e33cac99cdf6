select bit_length("text") as "text", bit_length("bytes") as "bytes"
from "shop"."samples";
