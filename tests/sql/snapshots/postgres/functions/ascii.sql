select ascii("text") as "text"
from "shop"."samples";
