select case when regexp_matches("text", $1) then list_append(string_split_regex("text", $2)[:1], regexp_extract("text", $3, 1)) else string_split_regex("text", $4) end as "text"
from "shop"."samples";
-- 1: "\\A(?:[\\x{0}-\\x{10ffff}]*?(?:a)){1}([\\x{0}-\\x{10ffff}]*)\\z"
-- 2: "a"
-- 3: "\\A(?:[\\x{0}-\\x{10ffff}]*?(?:a)){1}([\\x{0}-\\x{10ffff}]*)\\z"
-- 4: "a"
