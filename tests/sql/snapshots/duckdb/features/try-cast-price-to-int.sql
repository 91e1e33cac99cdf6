select try_cast(trunc("price") as integer) as "x"
from "shop"."samples";
