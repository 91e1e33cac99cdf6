select cosh("number"::double precision) as "number", cosh("ratio") as "ratio", cosh("price"::double precision) as "price"
from "shop"."samples";
