select trunc(extract(epoch from case when "text" ~ '^\s*[0-9]{4}(-[0-9]{1,2}(-[0-9]{1,2}([ T](([01]?[0-9]|2[0-3])(:[0-5]?[0-9](:[0-5]?[0-9](\.[0-9]*)?)?)?\s*(Z|UTC|[+-][0-9]{1,2}(:?[0-9]{2})?)?)?)?)?)?\s*$' then regexp_replace(regexp_replace(regexp_replace(regexp_replace("text", '^\s*([0-9]{4})\s*$', '\1-01-01'), '^\s*([0-9]{4}-[0-9]{1,2})\s*$', '\1-01'), '^(\s*[0-9-]+[ T][0-9]{1,2})(?=\s*(Z|UTC|[+-].*)?$)', '\1:00'), '(\.[0-9]{6})[0-9]+', '\1')::timestamptz at time zone 'UTC' else ('no timestamp: ' || "text")::timestamptz at time zone 'UTC' end))::bigint as "text alone", trunc(extract(epoch from (
  select case when found is null then ('no timestamp of the pattern: ' || given)::timestamp else iso::timestamp end
  from (
    select given, found, case when found is not null then coalesce(lpad(ltrim(found[1], '0'), 4, '0'), '1970') || '-' || coalesce(lpad(ltrim(found[2], '0'), 2, '0'), '01') || '-' || coalesce(lpad(ltrim(found[3], '0'), 2, '0'), '01') || ' ' || coalesce(lpad(ltrim(found[4], '0'), 2, '0'), '00') || ':' || coalesce(lpad(ltrim(found[5], '0'), 2, '0'), '00') || ':' || coalesce(lpad(ltrim(found[6], '0'), 2, '0'), '00') end as iso
    from (
      select given, regexp_match(given, $1, 'i') as found
      from (
        select "text" as given
      ) as text
    ) as matched
  ) as read
)))::bigint as "text", trunc(extract(epoch from "day"::timestamp))::bigint as "day alone", trunc(extract(epoch from "day"::timestamp))::bigint as "day", trunc(extract(epoch from "moment"))::bigint as "moment alone", trunc(extract(epoch from "moment"))::bigint as "moment"
from "shop"."samples";
-- 1: "^([0-9]{4})-([0-9]{2})-([0-9]{2}) ([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])$"
