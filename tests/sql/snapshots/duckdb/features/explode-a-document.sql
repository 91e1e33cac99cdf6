select "samples"."id", "q1"."col" as "part"
from "shop"."samples"
cross join lateral (
  select unnest(from_json(case when json_type("samples"."document") = 'ARRAY' then "samples"."document" end, '["JSON"]')) as "col"
) as "q1";
