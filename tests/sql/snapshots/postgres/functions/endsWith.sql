select right("text", length($1::text)) = $2::text as "text", substr("bytes", length("bytes") - length("bytes") + 1) = "bytes" as "bytes"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
