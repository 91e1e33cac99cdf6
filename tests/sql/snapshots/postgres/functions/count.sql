select count("text") as "text", count("number") as "number"
from "shop"."samples";
