select millrace_last("text") filter (where "text" is not null and "flag") as "text", millrace_last("number") filter (where "number" is not null and "flag") as "number"
from "shop"."samples";
