select case when mod("number", nullif($1::bigint, 0)) < 0 then mod(mod("number", nullif($2::bigint, 0)) + $3::bigint, nullif($4::bigint, 0)) else mod("number", nullif($5::bigint, 0)) end as "number", case when ((
  select case when a is null or b is null or b = 0 then null when abs(a) >= 'Infinity' or b = 'NaN' then 'NaN' when abs(b) = 'Infinity' then a else sign(a) * mod(((x & 4503599627370495) + case when x >> 52 > 0 then 4503599627370496 else 0 end)::numeric * power(2::numeric, greatest(greatest(x >> 52, 1)::int - greatest(y >> 52, 1)::int, 0)), ((y & 4503599627370495) + case when y >> 52 > 0 then 4503599627370496 else 0 end)::numeric * power(2::numeric, greatest(greatest(y >> 52, 1)::int - greatest(x >> 52, 1)::int, 0)))::float8 * power(2::float8, least(greatest(x >> 52, 1)::int, greatest(y >> 52, 1)::int) - 1075) end
  from (
    select "ratio"::float8 as a, $6::double precision::float8 as b
  ) as given, lateral (
    select ('x' || encode(float8send(abs(a)), 'hex'))::bit(64)::bigint as x, ('x' || encode(float8send(abs(b)), 'hex'))::bit(64)::bigint as y
  ) as bits
)::double precision) < 0 then (
  select case when a is null or b is null or b = 0 then null when abs(a) >= 'Infinity' or b = 'NaN' then 'NaN' when abs(b) = 'Infinity' then a else sign(a) * mod(((x & 4503599627370495) + case when x >> 52 > 0 then 4503599627370496 else 0 end)::numeric * power(2::numeric, greatest(greatest(x >> 52, 1)::int - greatest(y >> 52, 1)::int, 0)), ((y & 4503599627370495) + case when y >> 52 > 0 then 4503599627370496 else 0 end)::numeric * power(2::numeric, greatest(greatest(y >> 52, 1)::int - greatest(x >> 52, 1)::int, 0)))::float8 * power(2::float8, least(greatest(x >> 52, 1)::int, greatest(y >> 52, 1)::int) - 1075) end
  from (
    select (((
      select case when a is null or b is null or b = 0 then null when abs(a) >= 'Infinity' or b = 'NaN' then 'NaN' when abs(b) = 'Infinity' then a else sign(a) * mod(((x & 4503599627370495) + case when x >> 52 > 0 then 4503599627370496 else 0 end)::numeric * power(2::numeric, greatest(greatest(x >> 52, 1)::int - greatest(y >> 52, 1)::int, 0)), ((y & 4503599627370495) + case when y >> 52 > 0 then 4503599627370496 else 0 end)::numeric * power(2::numeric, greatest(greatest(y >> 52, 1)::int - greatest(x >> 52, 1)::int, 0)))::float8 * power(2::float8, least(greatest(x >> 52, 1)::int, greatest(y >> 52, 1)::int) - 1075) end
      from (
        select "ratio"::float8 as a, $7::double precision::float8 as b
      ) as given, lateral (
        select ('x' || encode(float8send(abs(a)), 'hex'))::bit(64)::bigint as x, ('x' || encode(float8send(abs(b)), 'hex'))::bit(64)::bigint as y
      ) as bits
    )::double precision) + $8::double precision)::float8 as a, $9::double precision::float8 as b
  ) as given, lateral (
    select ('x' || encode(float8send(abs(a)), 'hex'))::bit(64)::bigint as x, ('x' || encode(float8send(abs(b)), 'hex'))::bit(64)::bigint as y
  ) as bits
)::double precision else (
  select case when a is null or b is null or b = 0 then null when abs(a) >= 'Infinity' or b = 'NaN' then 'NaN' when abs(b) = 'Infinity' then a else sign(a) * mod(((x & 4503599627370495) + case when x >> 52 > 0 then 4503599627370496 else 0 end)::numeric * power(2::numeric, greatest(greatest(x >> 52, 1)::int - greatest(y >> 52, 1)::int, 0)), ((y & 4503599627370495) + case when y >> 52 > 0 then 4503599627370496 else 0 end)::numeric * power(2::numeric, greatest(greatest(y >> 52, 1)::int - greatest(x >> 52, 1)::int, 0)))::float8 * power(2::float8, least(greatest(x >> 52, 1)::int, greatest(y >> 52, 1)::int) - 1075) end
  from (
    select "ratio"::float8 as a, $10::double precision::float8 as b
  ) as given, lateral (
    select ('x' || encode(float8send(abs(a)), 'hex'))::bit(64)::bigint as x, ('x' || encode(float8send(abs(b)), 'hex'))::bit(64)::bigint as y
  ) as bits
)::double precision end as "ratio", case when mod("price", nullif($11::numeric(12,2), 0)) < 0 then mod(mod("price", nullif($12::numeric(12,2), 0)) + $13::numeric(12,2), nullif($14::numeric(12,2), 0)) else mod("price", nullif($15::numeric(12,2), 0)) end as "price"
from "shop"."samples";
-- 1: "2"
-- 2: "2"
-- 3: "2"
-- 4: "2"
-- 5: "2"
-- 6: "2"
-- 7: "2"
-- 8: "2"
-- 9: "2"
-- 10: "2"
-- 11: "2.00"
-- 12: "2.00"
-- 13: "2.00"
-- 14: "2.00"
-- 15: "2.00"
