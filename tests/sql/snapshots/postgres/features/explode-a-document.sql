select "samples"."id", nullif("q1"."col"::jsonb, 'null') as "part"
from "shop"."samples"
cross join lateral jsonb_array_elements((case when jsonb_typeof("samples"."document") = 'array' then "samples"."document" end)) as "q1"("col");
