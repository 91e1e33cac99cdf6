select acos(cast("number" as real)) as "number", acos("ratio") as "ratio", acos(cast("price" as real)) as "price"
from "shop"."samples";
