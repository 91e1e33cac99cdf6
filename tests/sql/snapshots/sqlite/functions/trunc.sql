select substr("day", 1, 7) || '-01' as "day", substr(substr("moment", 1, 10), 1, 7) || '-01' as "moment"
from "shop"."samples";
