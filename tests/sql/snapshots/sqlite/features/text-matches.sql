select millrace_rlike("name", ?) as "many", case when instr("name", char(0)) = 0 then "name" glob ? else millrace_like("name", ?) end as "begins"
from "customers";
-- 1: "^A+$"
-- 2: "A*"
-- 3: "A%"
