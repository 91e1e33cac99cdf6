select atan("number"::double precision) as "number", atan("ratio") as "ratio", atan("price"::double precision) as "price"
from "shop"."samples";
