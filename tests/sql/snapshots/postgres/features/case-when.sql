select case when "city" is null then $1::text else "city" end as "place"
from "customers";
-- 1: "nowhere"
