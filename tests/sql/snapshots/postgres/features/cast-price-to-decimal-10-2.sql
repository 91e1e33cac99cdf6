select "price"::numeric(10,2) as "x"
from "shop"."samples";
