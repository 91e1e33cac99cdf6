select "moment"::text as "x"
from "shop"."samples";
