select upper("status" collate "und-x-icu") collate "C" as "word", count(*) as "count"
from "orders"
group by upper("status" collate "und-x-icu") collate "C";
