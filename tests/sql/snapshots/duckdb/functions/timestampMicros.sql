select make_timestamp("number") as "number"
from "shop"."samples";
