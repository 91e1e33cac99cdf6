select "number"::integer as "x"
from "shop"."samples";
