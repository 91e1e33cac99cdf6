select $1 as "difference", "id", "customer_id", "status", "total", "placed"
from (
  select "id", "customer_id", "status", "total", "placed"
  from (
    select unnest(given.c0) as "id", unnest(given.c1) as "customer_id", unnest(given.c2) as "status", unnest(given.c3)::double as "total", unnest(given.c4) as "placed"
    from (
      select from_json_strict($2, '{"c0":["BIGINT"],"c1":["BIGINT"],"c2":["VARCHAR"],"c3":["VARCHAR"],"c4":["DATE"]}') as given
    )
  ) as "q2"
  except all
  select "id", "customer_id", "status", "total", "placed"
  from "orders"
) as "q1"
union all
select $3 as "difference", "id", "customer_id", "status", "total", "placed"
from (
  select "id", "customer_id", "status", "total", "placed"
  from "orders"
  except all
  select "id", "customer_id", "status", "total", "placed"
  from (
    select unnest(given.c0) as "id", unnest(given.c1) as "customer_id", unnest(given.c2) as "status", unnest(given.c3)::double as "total", unnest(given.c4) as "placed"
    from (
      select from_json_strict($4, '{"c0":["BIGINT"],"c1":["BIGINT"],"c2":["VARCHAR"],"c3":["VARCHAR"],"c4":["DATE"]}') as given
    )
  ) as "q4"
) as "q3";
-- 1: "missing"
-- 2: "{\"c0\":[1],\"c1\":[null],\"c2\":[\"paid\"],\"c3\":[2.5],\"c4\":[\"2024-02-29\"]}"
-- 3: "extra"
-- 4: "{\"c0\":[1],\"c1\":[null],\"c2\":[\"paid\"],\"c3\":[2.5],\"c4\":[\"2024-02-29\"]}"
