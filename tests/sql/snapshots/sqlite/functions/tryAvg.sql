select avg("number") as "number", avg("ratio") as "ratio", round(avg("price"), 6) as "price"
from "shop"."samples";
