select ends_with("text", $1) as "text", ends_with(hex("bytes"), hex("bytes")) as "bytes"
from "shop"."samples";
-- 1: "a"
