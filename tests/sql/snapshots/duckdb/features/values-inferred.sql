select "id", "name"
from (
  select unnest(given.c0) as "id", unnest(given.c1) as "name"
  from (
    select from_json_strict($1, '{"c0":["BIGINT"],"c1":["VARCHAR"]}') as given
  )
) as "q1";
-- 1: "{\"c0\":[1,2],\"c1\":[\"Ada\",\"Bo\"]}"
