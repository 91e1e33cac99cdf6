select "moment"::varchar as "x"
from "shop"."samples";
