select case when instr("text", char(0)) = 0 then substr("text", ?, ?) else millrace_substring("text", ?, ?) end as "text"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
