select min("text" collate "C") as "text", min("number") as "number"
from "shop"."samples";
