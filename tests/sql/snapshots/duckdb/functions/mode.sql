select mode("text" order by "text") as "text", mode("number" order by "number") as "number"
from "shop"."samples";
