select case when "text" is not null then millrace_unhex("text") end as "text"
from "shop"."samples";
