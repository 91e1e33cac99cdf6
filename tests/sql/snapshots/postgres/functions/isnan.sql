select "number"::double precision is not distinct from 'NaN'::double precision as "number", "ratio" is not distinct from 'NaN'::double precision as "ratio", "price"::double precision is not distinct from 'NaN'::double precision as "price"
from "shop"."samples";
