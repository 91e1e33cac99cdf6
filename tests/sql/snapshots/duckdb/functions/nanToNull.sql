select nullif("number"::double, 'NaN'::double) as "number", nullif("ratio", 'NaN'::double) as "ratio", nullif("price"::double, 'NaN'::double) as "price"
from "shop"."samples";
