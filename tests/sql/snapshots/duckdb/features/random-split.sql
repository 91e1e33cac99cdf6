select "id"
from (
  select "id", ('0x' || md5($1 || "_number_1"::varchar || $2 || "_content_1")[1:13])::bigint / 4503599627370496 as "_fraction_1"
  from (
    select "id", "_content_1", row_number() over (partition by "_content_1") as "_number_1"
    from (
      select "id", coalesce(length("id"::varchar)::int::varchar || $3 || "id"::varchar, $4) as "_content_1"
      from "orders"
    ) as "q3"
  ) as "q2"
) as "q1"
where "_fraction_1" >= $5 and "_fraction_1" < $6;
-- 1: "7 "
-- 2: " "
-- 3: ":"
-- 4: "-"
-- 5: 0.8
-- 6: 1
