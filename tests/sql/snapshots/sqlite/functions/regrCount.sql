select count(case when cast("number" as real) is not null then cast("number" as real) end) as "number", count(case when "ratio" is not null then cast("number" as real) end) as "ratio", count(case when cast("price" as real) is not null then cast("number" as real) end) as "price"
from "shop"."samples";
