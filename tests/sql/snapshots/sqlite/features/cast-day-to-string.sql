select "day" as "x"
from "shop"."samples";
