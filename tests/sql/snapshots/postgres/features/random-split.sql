select "id"
from (
  select "id", ('x' || substr(md5(convert_to($1::text || "_number_1"::text || $2::text || "_content_1", 'UTF8')), 1, 13))::bit(52)::bigint / 4503599627370496::double precision as "_fraction_1"
  from (
    select "id", "_content_1", row_number() over (partition by "_content_1") as "_number_1"
    from (
      select "id", coalesce(length("id"::text)::text || $3::text || "id"::text, $4) as "_content_1"
      from "orders"
    ) as "q3"
  ) as "q2"
) as "q1"
where "_fraction_1" >= $5 and "_fraction_1" < $6;
-- 1: "7 "
-- 2: " "
-- 3: ":"
-- 4: "-"
-- 5: "0.8"
-- 6: "1"
