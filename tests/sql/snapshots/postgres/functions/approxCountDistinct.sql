select count(distinct "text") as "text", count(distinct "number") as "number"
from "shop"."samples";
