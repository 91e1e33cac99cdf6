select "q1"."id"
from (
  select "id", millrace_fraction(? || cast("_number_1" as text) || ? || "_content_1") as "_fraction_1"
  from (
    select "id", "_content_1", row_number() over (partition by "_content_1") as "_number_1"
    from (
      select "id", coalesce(cast(millrace_whole(millrace_length(cast("id" as text)), 'int') as text) || ? || cast("id" as text), ?) as "_content_1"
      from "orders"
    ) as "q4"
  ) as "q3"
) as "q1"
inner join (
  select cast(json_extract(value, '$[0]') as real) as "_threshold_1"
  from json_each(?)
) as "q2" on "q1"."_fraction_1" >= "q2"."_threshold_1";
-- 1: "7 "
-- 2: " "
-- 3: ":"
-- 4: "-"
-- 5: "[[0.6065306597126334],[0.9097959895689501],[0.9856123220330293],[0.9982483774437092],[0.9998278843700442],[0.9999858350626777],[0.9999989976203971],[0.9999999378030914],[0.9999999965645098],[0.999999999829033],[0.9999999999922592],[0.9999999999996786],[0.9999999999999877],[0.9999999999999996]]"
