select (array["text", $1::text])::text[] as "text", (array["number", $2::bigint])::bigint[] as "number"
from "shop"."samples";
-- 1: "a"
-- 2: "2"
