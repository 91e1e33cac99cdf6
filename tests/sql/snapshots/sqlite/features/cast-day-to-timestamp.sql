select "day" || ' 00:00:00' as "x"
from "shop"."samples";
