select atan("number"::double) as "number", atan("ratio") as "ratio", atan("price"::double) as "price"
from "shop"."samples";
