select cosh(cast("number" as real)) as "number", cosh("ratio") as "ratio", cosh(cast("price" as real)) as "price"
from "shop"."samples";
