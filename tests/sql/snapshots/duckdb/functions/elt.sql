select case when "number" in (1, 2) then case "number" when 1 then $1 when 2 then $2 end when "number" is not null then error('elt: there is no text ' || "number") end as "number"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
