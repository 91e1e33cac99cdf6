select nullif("number"::double precision, 'NaN') as "number", nullif("ratio", 'NaN') as "ratio", nullif("price"::double precision, 'NaN') as "price"
from "shop"."samples";
