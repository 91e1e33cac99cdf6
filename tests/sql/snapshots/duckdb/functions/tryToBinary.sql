select case when regexp_full_match("text", '[0-9A-Fa-f]*') then unhex(case when length("text") % 2 = 1 then '0' || "text" else "text" end) end as "text"
from "shop"."samples";
