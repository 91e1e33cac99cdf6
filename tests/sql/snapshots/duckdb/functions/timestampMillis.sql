select make_timestamp("number" * 1000) as "number"
from "shop"."samples";
