select max("text") as "text", max("number") as "number"
from "shop"."samples";
