select millrace_make_date("number", ?, ?) as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
