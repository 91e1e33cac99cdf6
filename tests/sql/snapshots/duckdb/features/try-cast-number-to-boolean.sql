select "number" <> 0 as "x"
from "shop"."samples";
