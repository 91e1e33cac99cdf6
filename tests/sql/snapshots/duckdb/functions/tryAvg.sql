select avg("number") as "number", avg("ratio") as "ratio", (((sum("price") * 100)::hugeint * 100000 // nullif(count("price")::hugeint, 0))::decimal(38,0) * 0.0000001)::decimal(16,6) as "price"
from "shop"."samples";
