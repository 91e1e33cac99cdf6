select "a ""b"" [c] d?"
from (
  select unnest(given.c0) as "a ""b"" [c] d?"
  from (
    select from_json_strict($1, '{"c0":["BIGINT"]}') as given
  )
) as "q1"
where "a ""b"" [c] d?" > $2;
-- 1: "{\"c0\":[1]}"
-- 2: 0
