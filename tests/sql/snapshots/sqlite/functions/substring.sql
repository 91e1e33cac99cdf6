select case when length("text") >= ? or instr("text", char(0)) = 0 then substr("text", ?, ?) else millrace_substring("text", ?, ?) end as "text"
from "shop"."samples";
-- 1: 3
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
