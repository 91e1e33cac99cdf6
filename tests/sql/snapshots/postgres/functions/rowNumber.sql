select row_number() over (order by "id") as "x"
from "shop"."samples";
