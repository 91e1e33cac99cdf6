select epoch_us(date_trunc('second', "day"::timestamp)) // 1000000 as "day", epoch_us(date_trunc('second', "moment")) // 1000000 as "moment"
from "shop"."samples";
