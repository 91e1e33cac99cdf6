select "ratio"::float as "x"
from "shop"."samples";
