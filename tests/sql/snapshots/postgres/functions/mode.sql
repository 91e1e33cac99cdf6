select (mode() within group (order by "text" collate "C"))::text as "text", mode() within group (order by "number") as "number"
from "shop"."samples";
