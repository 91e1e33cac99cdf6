select avg("number"::double precision) as "number", avg("ratio") as "ratio", avg("price")::numeric(16, 6) as "price"
from "shop"."samples";
