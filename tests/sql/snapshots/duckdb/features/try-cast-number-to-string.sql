select "number"::varchar as "x"
from "shop"."samples";
