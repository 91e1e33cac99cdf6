select "text" as "x"
from "shop"."samples";
