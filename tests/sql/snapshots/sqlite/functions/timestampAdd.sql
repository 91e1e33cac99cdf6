select millrace_add_months_to_moment("day" || ' 00:00:00', ?, 1) as "month"
from "shop"."samples";
-- 1: 2
