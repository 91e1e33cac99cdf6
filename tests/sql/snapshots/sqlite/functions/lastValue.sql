select millrace_nth_known("text", -1) over (order by "id") as "text", millrace_nth_known("number", -1) over (order by "id") as "number"
from "shop"."samples";
