select encode("text") as "x"
from "shop"."samples";
