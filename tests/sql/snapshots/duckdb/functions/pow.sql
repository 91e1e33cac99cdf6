select case when isnan($1::double) and not isnan("number"::double) or (abs("number"::double) = 1 and isinf($2::double)) then 'NaN'::double else pow("number"::double, $3::double) end as "number", case when isnan($4::double) and not isnan("ratio") or (abs("ratio") = 1 and isinf($5::double)) then 'NaN'::double else pow("ratio", $6::double) end as "ratio", case when isnan($7::double) and not isnan("price"::double) or (abs("price"::double) = 1 and isinf($8::double)) then 'NaN'::double else pow("price"::double, $9::double) end as "price"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
-- 5: 2
-- 6: 2
-- 7: 2
-- 8: 2
-- 9: 2
