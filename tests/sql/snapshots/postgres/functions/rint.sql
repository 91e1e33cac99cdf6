select round("number"::double precision) as "number", round("ratio") as "ratio", round("price"::double precision) as "price"
from "shop"."samples";
