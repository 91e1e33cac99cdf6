select "price"::text as "x"
from "shop"."samples";
