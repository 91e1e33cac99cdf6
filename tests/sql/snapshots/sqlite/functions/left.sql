select case when length("text") >= ? or instr("text", char(0)) = 0 then substr("text", 1, ?) else millrace_substring("text", 1, ?) end as "text"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
