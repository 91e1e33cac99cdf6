select "a ""b"" [c] d?"
from (
  select cast(json_extract(value, '$[0]') as integer) as "a ""b"" [c] d?"
  from json_each(?)
) as "q1"
where "a ""b"" [c] d?" > ?;
-- 1: "[[1]]"
-- 2: 0
