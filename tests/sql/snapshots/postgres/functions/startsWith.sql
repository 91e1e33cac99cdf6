select starts_with("text", $1::text) as "text", substr("bytes", 1, length("bytes")) = "bytes" as "bytes"
from "shop"."samples";
-- 1: "a"
