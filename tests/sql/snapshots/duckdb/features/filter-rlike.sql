select "id"
from "customers"
where regexp_matches("name", $1);
-- 1: "\\AA+(?:\\r\\n|[\\n\\r\\x{85}\\x{2028}\\x{2029}])?\\z"
