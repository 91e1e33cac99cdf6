select case when "text" is not null and millrace_unhex("text") is null then millrace_raise('toBinary: no hexadecimal digits: ' || "text") when "text" is not null then millrace_unhex("text") end as "text"
from "shop"."samples";
