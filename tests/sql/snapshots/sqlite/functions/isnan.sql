select cast("number" as real) is null and cast("number" as real) is not null as "number", "ratio" is null and "ratio" is not null as "ratio", cast("price" as real) is null and cast("price" as real) is not null as "price"
from "shop"."samples";
