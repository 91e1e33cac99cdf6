select "id", "name"
from (
  select (r ->> 0)::bigint as "id", (r ->> 1)::text as "name"
  from json_array_elements($1::json) as rows(r)
) as "q1";
-- 1: "[[\"1\",\"Ada\"],[\"2\",\"Bo\"]]"
