select encode("text") as "text"
from "shop"."samples";
