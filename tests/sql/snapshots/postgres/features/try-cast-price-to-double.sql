select "price"::double precision as "x"
from "shop"."samples";
