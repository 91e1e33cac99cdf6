select "day"::timestamp as "x"
from "shop"."samples";
