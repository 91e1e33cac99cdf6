select cast((unixepoch(substr("moment", 1, 19)) * 1000000 + cast(substr(substr("moment", 21) || '000000', 1, 6) as integer)) / 1000000.0 as real) as "x"
from "shop"."samples";
