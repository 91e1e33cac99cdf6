select case when "number" in (1, 2) then case "number" when 1 then $1::text when 2 then $2::text end when "number" is not null then ('elt: there is no text ' || "number")::int::text end as "number"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
