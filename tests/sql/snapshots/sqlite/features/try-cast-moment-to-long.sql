select unixepoch(substr("moment", 1, 19)) as "x"
from "shop"."samples";
