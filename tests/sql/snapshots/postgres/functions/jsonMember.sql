select (
  select case when json_typeof(member) = 'string' then member #>> '{}' else (
    select string_agg(case when token like '"%' then case when token::json #>> '{}' ~ '[\x0b\x0e\x0f\x1a-\x1f\U00010000-\U0010ffff]' then (
      select '"' || string_agg(case when ascii(sign) > 65535 then '\u' || upper(to_hex(55232 + (ascii(sign) >> 10))) || '\u' || upper(to_hex(56320 + (ascii(sign) & 1023))) when sign ~ '[\x0b\x0e\x0f\x1a-\x1f]' then '\u' || upper(lpad(to_hex(ascii(sign)), 4, '0')) else substr(to_json(sign)::text, 2, length(to_json(sign)::text) - 2) end, '' order by at) || '"'
      from string_to_table(token::json #>> '{}', null) with ordinality as signs(sign, at)
    ) else to_json(token::json #>> '{}')::text end when token = '-0' then '0' when token ~ '^-?[0-9]+$' then token when token ~ '^-[0.]+([eE].*)?$' then '-0.0' when token ~ '^[-0-9]' then (
      select case when number in ('NaN', 'Infinity', '-Infinity') then '"' || number::text || '"' else case when number in ('NaN', 'Infinity', '-Infinity') then number::text when number = 0 then case when number::text = '-0' then '-0.0' else '0.0' end when abs(number) >= 0.001 and abs(number) < 10000000 then case when number = trunc(number) then trunc(number)::text || '.0' else trim_scale(number::text::numeric)::text end else case when trim_scale(number::text::numeric / power(10::numeric, floor(log(abs(number::text::numeric)))::int)) = trunc(trim_scale(number::text::numeric / power(10::numeric, floor(log(abs(number::text::numeric)))::int))) then trunc(trim_scale(number::text::numeric / power(10::numeric, floor(log(abs(number::text::numeric)))::int)))::text || '.0' else trim_scale(number::text::numeric / power(10::numeric, floor(log(abs(number::text::numeric)))::int))::text end || 'E' || floor(log(abs(number::text::numeric)))::int end end
      from (
        select case when token ~ '^\s*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$' then (case when abs(token::numeric) >= 1.797693134862315808e308 then case when token ~ '^\s*-' then '-Infinity' else 'Infinity' end::float8 when abs(token::numeric) <= 2.4703282292062328e-324 then 0::float8 else token::float8 end)::double precision when token ~* '^\s*([+-]?(infinity|inf)|nan)\s*$' then token::double precision else ('no number: ' || token)::double precision end as number
      ) as read
    ) else token end, '' order by place)
    from regexp_matches(member::text, '"(?:[^"\\]|\\.)*"|-?[0-9][0-9.eE+-]*|[][{}:,]|true|false|null', 'g') with ordinality as found(tokens, place), unnest(tokens) as token
  ) end
  from (
    select ((
      select case when json_typeof(document) = 'object' then document -> $1::text end
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
    )) as member
  ) as held
  where json_typeof(member) <> 'null'
) as "text"
from "shop"."samples";
-- 1: "a"
