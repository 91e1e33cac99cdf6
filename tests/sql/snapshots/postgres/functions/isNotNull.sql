select "text" is not null as "text", "number" is not null as "number"
from "shop"."samples";
