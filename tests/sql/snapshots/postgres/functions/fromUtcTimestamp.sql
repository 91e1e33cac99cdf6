select (
  select moment at time zone 'UTC' at time zone zone
  from (
    select "day"::timestamp as moment, $1::text::text as zone
  ) as given
) as "day", (
  select moment at time zone 'UTC' at time zone zone
  from (
    select "moment" as moment, $2::text::text as zone
  ) as given
) as "moment"
from "shop"."samples";
-- 1: "Europe/Berlin"
-- 2: "Europe/Berlin"
