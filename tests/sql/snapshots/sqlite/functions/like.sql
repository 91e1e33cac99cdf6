select "text" glob ? and case when instr("text", char(0)) = 0 then "text" glob ? else millrace_like("text", ?) end as "text"
from "shop"."samples";
-- 1: "a*"
-- 2: "a"
-- 3: "a"
