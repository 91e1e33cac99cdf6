select "moment"::date as "x"
from "shop"."samples";
