select millrace_get_bit("number", ?, 64) as "number"
from "shop"."samples";
-- 1: 2
