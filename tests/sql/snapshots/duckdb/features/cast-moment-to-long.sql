select (epoch_us(date_trunc('second', "moment")) // 1000000)::bigint as "x"
from "shop"."samples";
