select "day"::text as "x"
from "shop"."samples";
