select "price" <> 0 as "x"
from "shop"."samples";
