select case when "text" ~ $1::text then case when coalesce((
  select string_agg(case when left(piece[1], 1) = '%' then lower(replace(substr(piece[1], 2), '+', '0')) else encode(convert_to(replace(piece[1], '+', ' '), 'UTF8'), 'hex') end, '' order by place)
  from regexp_matches("text", $2::text, 'g') with ordinality as split(piece, place)
), '') is not null then coalesce((
  select string_agg(case when part[1] ~ '^(?:[0-7][0-9a-f]|(?:c[2-9a-f]|d[0-9a-f])[89ab][0-9a-f]|e0[ab][0-9a-f][89ab][0-9a-f]|(?:e[1-9a-cef])[89ab][0-9a-f][89ab][0-9a-f]|ed[89][0-9a-f][89ab][0-9a-f]|f0[9ab][0-9a-f][89ab][0-9a-f][89ab][0-9a-f]|f[1-3][89ab][0-9a-f][89ab][0-9a-f][89ab][0-9a-f]|f48[0-9a-f][89ab][0-9a-f][89ab][0-9a-f])$' then convert_from(decode(part[1], 'hex'), 'UTF8') else U&'\FFFD' end, '' order by place)
  from regexp_matches(coalesce((
    select string_agg(case when left(piece[1], 1) = '%' then lower(replace(substr(piece[1], 2), '+', '0')) else encode(convert_to(replace(piece[1], '+', ' '), 'UTF8'), 'hex') end, '' order by place)
    from regexp_matches("text", $3::text, 'g') with ordinality as split(piece, place)
  ), ''), '[0-7][0-9a-f]|(?:c[2-9a-f]|d[0-9a-f])[89ab][0-9a-f]|e0[ab][0-9a-f][89ab][0-9a-f]|(?:e[1-9a-cef])[89ab][0-9a-f][89ab][0-9a-f]|ed[89][0-9a-f][89ab][0-9a-f]|f0[9ab][0-9a-f][89ab][0-9a-f][89ab][0-9a-f]|f[1-3][89ab][0-9a-f][89ab][0-9a-f][89ab][0-9a-f]|f48[0-9a-f][89ab][0-9a-f][89ab][0-9a-f]|ed[ab][0-9a-f](?:[89ab][0-9a-f])?|e0[ab][0-9a-f]|(?:e[1-9a-cef])[89ab][0-9a-f]|ed[89][0-9a-f]|f0[9ab][0-9a-f](?:[89ab][0-9a-f])?|f[1-3][89ab][0-9a-f](?:[89ab][0-9a-f])?|f48[0-9a-f](?:[89ab][0-9a-f])?|[0-9a-f][0-9a-f]', 'g') with ordinality as split(part, place)
), '') end end as "text"
from "shop"."samples";
-- 1: "^(%[0-9A-Fa-f]{2}|%[+][0-9A-Fa-f]|[^%])*$"
-- 2: "%[0-9A-Fa-f]{2}|%[+][0-9A-Fa-f]|[^%]+"
-- 3: "%[0-9A-Fa-f]{2}|%[+][0-9A-Fa-f]|[^%]+"
