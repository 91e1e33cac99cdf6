select millrace_rlike("name", ?) as "many", "name" glob ? as "begins"
from "customers";
-- 1: "^A+$"
-- 2: "A*"
