select millrace_shift_right_unsigned("number", ?, 64) as "number"
from "shop"."samples";
-- 1: 2
