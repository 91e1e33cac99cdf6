select "id"
from "customers"
where millrace_starts_with("name", ?) and millrace_ends_with("name", ?);
-- 1: "A"
-- 2: "a"
