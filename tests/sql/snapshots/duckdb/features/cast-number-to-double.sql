select "number"::double as "x"
from "shop"."samples";
