select hex("text") as "text", hex("number"::bigint) as "number", hex("bytes") as "bytes"
from "shop"."samples";
