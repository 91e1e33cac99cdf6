select radians("number"::double) as "number", radians("ratio") as "ratio", radians("price"::double) as "price"
from "shop"."samples";
