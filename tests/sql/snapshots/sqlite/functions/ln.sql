select ln(cast("number" as real)) as "number", ln("ratio") as "ratio", ln(cast("price" as real)) as "price"
from "shop"."samples";
