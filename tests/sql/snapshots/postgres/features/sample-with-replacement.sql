select "q1"."id"
from (
  select "id", ('x' || substr(md5(convert_to($1::text || "_number_1"::text || $2::text || "_content_1", 'UTF8')), 1, 13))::bit(52)::bigint / 4503599627370496::double precision as "_fraction_1"
  from (
    select "id", "_content_1", row_number() over (partition by "_content_1") as "_number_1"
    from (
      select "id", coalesce(length("id"::text)::text || $3::text || "id"::text, $4) as "_content_1"
      from "orders"
    ) as "q4"
  ) as "q3"
) as "q1"
inner join (
  select (r ->> 0)::double precision as "_threshold_1"
  from json_array_elements($5::json) as rows(r)
) as "q2" on "q1"."_fraction_1" >= "q2"."_threshold_1";
-- 1: "7 "
-- 2: " "
-- 3: ":"
-- 4: "-"
-- 5: "[[\"0.6065306597126334\"],[\"0.9097959895689501\"],[\"0.9856123220330293\"],[\"0.9982483774437092\"],[\"0.9998278843700442\"],[\"0.9999858350626777\"],[\"0.9999989976203971\"],[\"0.9999999378030914\"],[\"0.9999999965645098\"],[\"0.999999999829033\"],[\"0.9999999999922592\"],[\"0.9999999999996786\"],[\"0.9999999999999877\"],[\"0.9999999999999996\"]]"
