select "price"::varchar as "x"
from "shop"."samples";
