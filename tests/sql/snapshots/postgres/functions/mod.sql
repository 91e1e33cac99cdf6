select mod("number", nullif($1::bigint, 0)) as "number", (
  select case when a is null or b is null or b = 0 then null when abs(a) >= 'Infinity' or b = 'NaN' then 'NaN' when abs(b) = 'Infinity' then a else sign(a) * mod(((x & 4503599627370495) + case when x >> 52 > 0 then 4503599627370496 else 0 end)::numeric * power(2::numeric, greatest(greatest(x >> 52, 1)::int - greatest(y >> 52, 1)::int, 0)), ((y & 4503599627370495) + case when y >> 52 > 0 then 4503599627370496 else 0 end)::numeric * power(2::numeric, greatest(greatest(y >> 52, 1)::int - greatest(x >> 52, 1)::int, 0)))::float8 * power(2::float8, least(greatest(x >> 52, 1)::int, greatest(y >> 52, 1)::int) - 1075) end
  from (
    select "ratio"::float8 as a, $2::bigint::float8 as b
  ) as given, lateral (
    select ('x' || encode(float8send(abs(a)), 'hex'))::bit(64)::bigint as x, ('x' || encode(float8send(abs(b)), 'hex'))::bit(64)::bigint as y
  ) as bits
)::double precision as "ratio", mod("price", nullif($3::numeric(1,0), 0)) as "price"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
