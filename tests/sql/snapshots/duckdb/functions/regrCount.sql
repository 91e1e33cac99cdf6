select regr_count("number"::double, "number"::double)::bigint as "number", regr_count("ratio", "number"::double)::bigint as "ratio", regr_count("price"::double, "number"::double)::bigint as "price"
from "shop"."samples";
