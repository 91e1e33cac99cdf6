select (
  select (
    select case when earlier at time zone 'UTC' at time zone zone = moment then earlier else moment at time zone zone at time zone 'UTC' end
    from (
      select moment - ((moment - interval '1 day') at time zone 'UTC' at time zone zone - (moment - interval '1 day')) as earlier
    ) as before
  )
  from (
    select "day"::timestamp as moment, $1::text::text as zone
  ) as given
) as "day", (
  select (
    select case when earlier at time zone 'UTC' at time zone zone = moment then earlier else moment at time zone zone at time zone 'UTC' end
    from (
      select moment - ((moment - interval '1 day') at time zone 'UTC' at time zone zone - (moment - interval '1 day')) as earlier
    ) as before
  )
  from (
    select "moment" as moment, $2::text::text as zone
  ) as given
) as "moment"
from "shop"."samples";
-- 1: "Europe/Berlin"
-- 2: "Europe/Berlin"
