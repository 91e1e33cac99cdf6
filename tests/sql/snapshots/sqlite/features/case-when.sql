select case when "city" is null then ? else "city" end as "place"
from "customers";
-- 1: "nowhere"
