select (
  select case when json_typeof(document) = 'array' then json_array_length(document) end
  from (
    select case when "text" is json then "text"::json when "text" is not null then (
      select case when document is json then document::json end
      from (
        select string_agg(whole, ' ' order by place) filter (where place <= last) as document
        from (
          select whole, place, min(place) filter (where depth = 0) over () as last
          from (
            select case when quoted ~ '^".*[\x01-\x1f]' then (
              select string_agg(case when sign ~ '[\x01-\x1f]' then '\u' || lpad(to_hex(ascii(sign)), 4, '0') else sign end, '' order by at)
              from string_to_table(quoted, null) with ordinality as signs(sign, at)
            ) else quoted end as whole, place, sum(case when quoted in ('{', '[') then 1 when quoted in ('}', ']') then -1 else 0 end) over (order by place) as depth
            from (
              select case when piece like '''%''' and length(piece) > 1 then '"' || regexp_replace(regexp_replace(substr(piece, 2, length(piece) - 2), '(?<!\\)((?:\\\\)*)\\''', '\1''', 'g'), '(?<!\\)((?:\\\\)*)"', '\1\"', 'g') || '"' else piece end as quoted, place
              from regexp_matches("text", '"(?:[^"\\]|\\.)*"|''(?:[^''\\]|\\.)*''|[][{}:,]|[^][{}:,"'' \t\r\n]+|["'']', 'g') with ordinality as found(pieces, place), unnest(pieces) as piece
            ) as requoted
          ) as nested
        ) as ended
      ) as cut
    ) end as document
  ) as read
) as "text"
from "shop"."samples";
