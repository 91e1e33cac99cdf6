select "text", "number"::varchar as "number"
from "shop"."samples";
