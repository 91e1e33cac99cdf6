select $1::text as "difference", "id", "customer_id", "status", "total", "placed"
from (
  select "id", "customer_id", "status", "total", "placed"
  from (
    select (r ->> 0)::bigint as "id", (r ->> 1)::bigint as "customer_id", (r ->> 2)::text as "status", (r ->> 3)::double precision as "total", (r ->> 4)::date as "placed"
    from json_array_elements($2::json) as rows(r)
  ) as "q2"
  except all
  select "id", "customer_id", "status", "total", "placed"
  from "orders"
) as "q1"
union all
select $3::text as "difference", "id", "customer_id", "status", "total", "placed"
from (
  select "id", "customer_id", "status", "total", "placed"
  from "orders"
  except all
  select "id", "customer_id", "status", "total", "placed"
  from (
    select (r ->> 0)::bigint as "id", (r ->> 1)::bigint as "customer_id", (r ->> 2)::text as "status", (r ->> 3)::double precision as "total", (r ->> 4)::date as "placed"
    from json_array_elements($4::json) as rows(r)
  ) as "q4"
) as "q3";
-- 1: "missing"
-- 2: "[[\"1\",null,\"paid\",\"2.5\",\"2024-02-29\"]]"
-- 3: "extra"
-- 4: "[[\"1\",null,\"paid\",\"2.5\",\"2024-02-29\"]]"
