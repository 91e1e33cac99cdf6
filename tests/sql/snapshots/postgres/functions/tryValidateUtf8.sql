select "text", "number"::text as "number"
from "shop"."samples";
