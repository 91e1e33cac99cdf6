select try_cast(trunc("price") as bigint) as "x"
from "shop"."samples";
