select case when case when "text" is not null and $1::text is not null then (
  with recursive texts(a, b) as (
    select string_to_array("text", null), string_to_array($2::text, null)
  ), steps(i, costs) as (
    select 0, array(
      select generate_series(0, cardinality(a))
    )
    from texts
    union all
    select i + 1, array(
      select (min(cost - k) over (order by k) + k)::int
      from (
        select 0 as k, i + 1 as cost
        union all
        select k, least(costs[k + 1] + 1, costs[k] + case when a[k] = b[i + 1] then 0 else 1 end)
        from generate_series(1, cardinality(a)) as places(k)
      ) as cells
      order by k
    )
    from steps, texts
    where i < cardinality(b)
  )
  select costs[cardinality(costs)]
  from steps
  order by i desc
  limit 1
) end > $3::bigint then -1 when $4::bigint is not null then case when "text" is not null and $5::text is not null then (
  with recursive texts(a, b) as (
    select string_to_array("text", null), string_to_array($6::text, null)
  ), steps(i, costs) as (
    select 0, array(
      select generate_series(0, cardinality(a))
    )
    from texts
    union all
    select i + 1, array(
      select (min(cost - k) over (order by k) + k)::int
      from (
        select 0 as k, i + 1 as cost
        union all
        select k, least(costs[k + 1] + 1, costs[k] + case when a[k] = b[i + 1] then 0 else 1 end)
        from generate_series(1, cardinality(a)) as places(k)
      ) as cells
      order by k
    )
    from steps, texts
    where i < cardinality(b)
  )
  select costs[cardinality(costs)]
  from steps
  order by i desc
  limit 1
) end end as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
-- 3: "2"
-- 4: "2"
-- 5: "a"
-- 6: "a"
