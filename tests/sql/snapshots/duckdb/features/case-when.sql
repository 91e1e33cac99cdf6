select case when "city" is null then $1 else "city" end as "place"
from "customers";
-- 1: "nowhere"
