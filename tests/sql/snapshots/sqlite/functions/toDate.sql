select "day", substr("moment", 1, 10) as "moment"
from "shop"."samples";
