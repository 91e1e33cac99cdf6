select substr("day" || ' 00:00:00', 1, 7) || '-01' || ' 00:00:00' as "month"
from "shop"."samples";
