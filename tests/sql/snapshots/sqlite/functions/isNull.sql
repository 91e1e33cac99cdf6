select "text" is null as "text", "number" is null as "number"
from "shop"."samples";
