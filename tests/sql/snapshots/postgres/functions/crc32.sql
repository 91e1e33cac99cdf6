select (
  with recursive given as (
    select convert_to("text", 'UTF8') as bytes
  ), steps (at, rest) as (
    select 0, 4294967295::bigint
    from given
    where bytes is not null
    union all
    select at + 1, (array[0, 498536548, 997073096, 651767980, 1994146192, 1802195444, 1303535960, 1342533948, 3988292384, 4027552580, 3604390888, 3412177804, 2607071920, 2262029012, 2685067896, 3183342108])[((rest # (get_byte(bytes, at / 2) >> (at % 2 * 4))) & 15)::int + 1] # (rest >> 4)
    from steps, given
    where at < length(bytes) * 2
  )
  select rest # 4294967295
  from steps
  order by at desc
  limit 1
) as "text", (
  with recursive given as (
    select "bytes" as bytes
  ), steps (at, rest) as (
    select 0, 4294967295::bigint
    from given
    where bytes is not null
    union all
    select at + 1, (array[0, 498536548, 997073096, 651767980, 1994146192, 1802195444, 1303535960, 1342533948, 3988292384, 4027552580, 3604390888, 3412177804, 2607071920, 2262029012, 2685067896, 3183342108])[((rest # (get_byte(bytes, at / 2) >> (at % 2 * 4))) & 15)::int + 1] # (rest >> 4)
    from steps, given
    where at < length(bytes) * 2
  )
  select rest # 4294967295
  from steps
  order by at desc
  limit 1
) as "bytes"
from "shop"."samples";
