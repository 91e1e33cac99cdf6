select "id"
from "customers"
where millrace_ilike("name", ?);
-- 1: "a%"
