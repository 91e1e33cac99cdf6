select "id"
from (
  select "id", millrace_fraction(? || cast("_number_1" as text) || ? || "_content_1") as "_fraction_1"
  from (
    select "id", "_content_1", row_number() over (partition by "_content_1") as "_number_1"
    from (
      select "id", coalesce(cast(millrace_whole(millrace_length(cast("id" as text)), 'int') as text) || ? || cast("id" as text), ?) as "_content_1"
      from "orders"
    ) as "q3"
  ) as "q2"
) as "q1"
where "_fraction_1" >= ? and "_fraction_1" < ?;
-- 1: "7 "
-- 2: " "
-- 3: ":"
-- 4: "-"
-- 5: 0.8
-- 6: 1
