select "ratio" <> 0 as "x"
from "shop"."samples";
