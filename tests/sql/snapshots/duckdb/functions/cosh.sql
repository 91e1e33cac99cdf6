select cosh("number"::double) as "number", cosh("ratio") as "ratio", cosh("price"::double) as "price"
from "shop"."samples";
