select "day"::varchar as "x"
from "shop"."samples";
