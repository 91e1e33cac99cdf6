select "id"
from "customers"
where starts_with("name", $1::text) and right("name", length($2::text)) = $3::text;
-- 1: "A"
-- 2: "a"
-- 3: "a"
