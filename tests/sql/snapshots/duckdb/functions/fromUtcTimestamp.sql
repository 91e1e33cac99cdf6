select list_transform([{'moment': "day"::timestamp, 'zone': $1}], lambda millrace_asked: millrace_asked.moment at time zone 'UTC' at time zone millrace_asked.zone)[1] as "day", list_transform([{'moment': "moment", 'zone': $2}], lambda millrace_asked: millrace_asked.moment at time zone 'UTC' at time zone millrace_asked.zone)[1] as "moment"
from "shop"."samples";
-- 1: "Europe/Berlin"
-- 2: "Europe/Berlin"
