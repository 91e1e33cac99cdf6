select "number"::tinyint as "x"
from "shop"."samples";
