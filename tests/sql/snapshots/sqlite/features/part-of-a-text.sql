select case when length("name") >= ? or instr("name", char(0)) = 0 then substr("name", ?, ?) else millrace_substring("name", ?, ?) end as "middle", millrace_substring("name", ?, ?) as "end"
from "customers";
-- 1: 4
-- 2: 2
-- 3: 3
-- 4: 2
-- 5: 3
-- 6: -2
-- 7: 2
