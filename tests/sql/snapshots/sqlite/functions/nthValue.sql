select millrace_nth_known("text", ?) over (order by "id") as "text", millrace_nth_known("number", ?) over (order by "id") as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
