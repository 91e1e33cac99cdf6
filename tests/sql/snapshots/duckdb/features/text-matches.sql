select regexp_matches("name", $1) as "many", "name" like $2 as "begins"
from "customers";
-- 1: "\\AA+(?:\\r\\n|[\\n\\r\\x{85}\\x{2028}\\x{2029}])?\\z"
-- 2: "A%"
