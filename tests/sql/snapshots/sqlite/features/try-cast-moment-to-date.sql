select substr("moment", 1, 10) as "x"
from "shop"."samples";
