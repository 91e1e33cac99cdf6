select "number"::double precision as "x"
from "shop"."samples";
