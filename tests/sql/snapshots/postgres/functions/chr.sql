select case when "number" < 0 then '' else chr(("number" & 255)::int) end as "number"
from "shop"."samples";
