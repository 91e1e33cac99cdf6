select case when "text" ~ '^[0-9A-Fa-f]*$' then decode(case when length("text") % 2 = 1 then '0' || "text" else "text" end, 'hex') end as "text"
from "shop"."samples";
