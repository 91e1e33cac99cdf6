select first_value("text" ignore nulls) over (order by "id") as "text", first_value("number" ignore nulls) over (order by "id") as "number"
from "shop"."samples";
