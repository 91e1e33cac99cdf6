select case when instr("name", char(0)) = 0 then substr("name", ?, ?) else millrace_substring("name", ?, ?) end as "middle", millrace_substring("name", ?, ?) as "end"
from "customers";
-- 1: 2
-- 2: 3
-- 3: 2
-- 4: 3
-- 5: -2
-- 6: 2
