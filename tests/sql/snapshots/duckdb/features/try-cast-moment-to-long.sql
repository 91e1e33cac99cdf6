select try_cast(epoch_us(date_trunc('second', "moment")) // 1000000 as bigint) as "x"
from "shop"."samples";
