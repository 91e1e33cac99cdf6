select max("text" collate "C") as "text", max("number") as "number"
from "shop"."samples";
