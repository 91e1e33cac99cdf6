select starts_with("text", $1) as "text", starts_with(hex("bytes"), hex("bytes")) as "bytes"
from "shop"."samples";
-- 1: "a"
