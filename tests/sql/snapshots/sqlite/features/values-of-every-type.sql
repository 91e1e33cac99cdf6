select "b", "y", "i", "l", "f", "d", "p", "s", "x", "day", "at", "j"
from (
  select json_extract(value, '$[0]') as "b", cast(json_extract(value, '$[1]') as integer) as "y", cast(json_extract(value, '$[2]') as integer) as "i", cast(json_extract(value, '$[3]') as integer) as "l", cast(json_extract(value, '$[4]') as real) as "f", cast(json_extract(value, '$[5]') as real) as "d", cast(json_extract(value, '$[6]') as real) as "p", json_extract(value, '$[7]') as "s", unhex(json_extract(value, '$[8]')) as "x", json_extract(value, '$[9]') as "day", json_extract(value, '$[10]') as "at", json_extract(value, '$[11]') as "j"
  from json_each(?)
) as "q1";
-- 1: "[[1,1,2,4503599627370496,0.5,1e+100,1.5,\"it's ?\",\"ff00\",\"2024-02-29\",\"2024-02-29 12:30:00.25\",\"{\\\"a\\\":[1]}\"]]"
