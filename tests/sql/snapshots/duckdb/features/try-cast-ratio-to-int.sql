select try_cast(trunc("ratio") as integer) as "x"
from "shop"."samples";
