select regr_syy("number"::double precision, "number"::double precision) as "number", regr_syy("ratio", "number"::double precision) as "ratio", regr_syy("price"::double precision, "number"::double precision) as "price"
from "shop"."samples";
