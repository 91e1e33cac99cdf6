select min("text") as "text", min("number") as "number"
from "shop"."samples";
