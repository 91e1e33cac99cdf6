select "b", "y", "i", "l", "f", "d", "p", "s", "x", "day", "at", "j"
from (
  select unnest(given.c0) as "b", unnest(given.c1) as "y", unnest(given.c2) as "i", unnest(given.c3) as "l", unnest(given.c4)::float as "f", unnest(given.c5)::double as "d", unnest(given.c6) as "p", unnest(given.c7) as "s", unnest(given.c8)::blob as "x", unnest(given.c9) as "day", unnest(given.c10) as "at", unnest(given.c11)::json as "j"
  from (
    select from_json_strict($1, '{"c0":["BOOLEAN"],"c1":["TINYINT"],"c2":["INTEGER"],"c3":["BIGINT"],"c4":["VARCHAR"],"c5":["VARCHAR"],"c6":["DECIMAL(12,2)"],"c7":["VARCHAR"],"c8":["VARCHAR"],"c9":["DATE"],"c10":["TIMESTAMP"],"c11":["VARCHAR"]}') as given
  )
) as "q1";
-- 1: "{\"c0\":[true],\"c1\":[1],\"c2\":[2],\"c3\":[4503599627370496],\"c4\":[0.5],\"c5\":[1e+100],\"c6\":[\"1.50\"],\"c7\":[\"it's ?\"],\"c8\":[\"\\\\xff\\\\x00\"],\"c9\":[\"2024-02-29\"],\"c10\":[\"2024-02-29 12:30:00.25\"],\"c11\":[\"{\\\"a\\\": [1]}\"]}"
