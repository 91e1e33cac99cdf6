select "q1"."id"
from (
  select "id", ('0x' || md5($1 || "_number_1"::varchar || $2 || "_content_1")[1:13])::bigint / 4503599627370496 as "_fraction_1"
  from (
    select "id", "_content_1", row_number() over (partition by "_content_1") as "_number_1"
    from (
      select "id", coalesce(length("id"::varchar)::int::varchar || $3 || "id"::varchar, $4) as "_content_1"
      from "orders"
    ) as "q4"
  ) as "q3"
) as "q1"
inner join (
  select unnest(given.c0)::double as "_threshold_1"
  from (
    select from_json_strict($5, '{"c0":["VARCHAR"]}') as given
  )
) as "q2" on "q1"."_fraction_1" >= "q2"."_threshold_1";
-- 1: "7 "
-- 2: " "
-- 3: ":"
-- 4: "-"
-- 5: "{\"c0\":[0.6065306597126334,0.9097959895689501,0.9856123220330293,0.9982483774437092,0.9998278843700442,0.9999858350626777,0.9999989976203971,0.9999999378030914,0.9999999965645098,0.999999999829033,0.9999999999922592,0.9999999999996786,0.9999999999999877,0.9999999999999996]}"
