select "text", cast("number" as text) as "number"
from "shop"."samples";
