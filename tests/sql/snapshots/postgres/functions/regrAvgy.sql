select regr_avgy("number"::double precision, "number"::double precision) as "number", regr_avgy("ratio", "number"::double precision) as "ratio", regr_avgy("price"::double precision, "number"::double precision) as "price"
from "shop"."samples";
