select try_cast(trunc("ratio") as bigint) as "x"
from "shop"."samples";
