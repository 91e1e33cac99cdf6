select "price"::double as "x"
from "shop"."samples";
