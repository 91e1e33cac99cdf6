select "a ""b"" [c] d?"
from (
  select (r ->> 0)::bigint as "a ""b"" [c] d?"
  from json_array_elements($1::json) as rows(r)
) as "q1"
where "a ""b"" [c] d?" > $2;
-- 1: "[[\"1\"]]"
-- 2: "0"
