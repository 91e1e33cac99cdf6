select "id"
from "customers"
where millrace_rlike("name", ?);
-- 1: "^A+$"
