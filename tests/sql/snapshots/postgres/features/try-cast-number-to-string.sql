select "number"::text as "x"
from "shop"."samples";
