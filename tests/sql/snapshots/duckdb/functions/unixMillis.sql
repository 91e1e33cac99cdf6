select epoch_us(date_trunc('millisecond', "day"::timestamp)) // 1000 as "day", epoch_us(date_trunc('millisecond', "moment")) // 1000 as "moment"
from "shop"."samples";
