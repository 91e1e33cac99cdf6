select "id", "name"
from (
  select cast(json_extract(value, '$[0]') as integer) as "id", json_extract(value, '$[1]') as "name"
  from json_each(?)
) as "q1";
-- 1: "[[1,\"Ada\"],[2,\"Bo\"]]"
