select to_timestamp("number")::timestamp as "x"
from "shop"."samples";
