select "ratio"::real as "x"
from "shop"."samples";
