select coalesce(isnan("number"::double), false) as "number", coalesce(isnan("ratio"), false) as "ratio", coalesce(isnan("price"::double), false) as "price"
from "shop"."samples";
