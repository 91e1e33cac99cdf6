select millrace_shift_left("number", ?, 64) as "number"
from "shop"."samples";
-- 1: 2
