select millrace_first("text") filter (where "text" is not null and "flag") as "text", millrace_first("number") filter (where "number" is not null and "flag") as "number"
from "shop"."samples";
