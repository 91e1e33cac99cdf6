select case when "day" is not null then substr(strftime('%Y-01-01 00:00:00', "day"), 1, 10) end as "day", case when substr("moment", 1, 10) is not null then substr(strftime('%Y-01-01 00:00:00', substr("moment", 1, 10)), 1, 10) end as "moment"
from "shop"."samples";
