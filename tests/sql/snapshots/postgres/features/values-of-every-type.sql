select "b", "y", "i", "l", "f", "d", "p", "s", "x", "day", "at", "j"
from (
  select (r ->> 0)::boolean as "b", (r ->> 1)::smallint as "y", (r ->> 2)::integer as "i", (r ->> 3)::bigint as "l", (r ->> 4)::real as "f", (r ->> 5)::double precision as "d", (r ->> 6)::numeric(12,2) as "p", (r ->> 7)::text as "s", (r ->> 8)::bytea as "x", (r ->> 9)::date as "day", (r ->> 10)::timestamp as "at", (r ->> 11)::jsonb as "j"
  from json_array_elements($1::json) as rows(r)
) as "q1";
-- 1: "[[\"true\",\"1\",\"2\",\"4503599627370496\",\"0.5\",\"1e+100\",\"1.50\",\"it's ?\",\"\\\\xff00\",\"2024-02-29\",\"2024-02-29 12:30:00.25\",\"{\\\"a\\\":[1]}\"]]"
