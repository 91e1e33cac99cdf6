select case when abs("number"::double) < 4503599627370496 then round_even("number"::double, 0) else "number"::double end as "number", case when abs("ratio") < 4503599627370496 then round_even("ratio", 0) else "ratio" end as "ratio", case when abs("price"::double) < 4503599627370496 then round_even("price"::double, 0) else "price"::double end as "price"
from "shop"."samples";
