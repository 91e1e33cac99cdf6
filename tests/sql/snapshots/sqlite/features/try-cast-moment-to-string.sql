select "moment" as "x"
from "shop"."samples";
