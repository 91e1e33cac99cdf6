select radians("number"::double precision) as "number", radians("ratio") as "ratio", radians("price"::double precision) as "price"
from "shop"."samples";
