select ? as "difference", "id", "customer_id", "status", "total", "placed"
from (
  select "id", "customer_id", "status", "total", "placed", row_number() over (partition by "id", "customer_id", "status", "total", "placed") as "_copy"
  from (
    select cast(json_extract(value, '$[0]') as integer) as "id", cast(json_extract(value, '$[1]') as integer) as "customer_id", json_extract(value, '$[2]') as "status", cast(json_extract(value, '$[3]') as real) as "total", json_extract(value, '$[4]') as "placed"
    from json_each(?)
  ) as "q2"
  except
  select "id", "customer_id", "status", "total", "placed", row_number() over (partition by "id", "customer_id", "status", "total", "placed") as "_copy"
  from "orders"
) as "q1"
union all
select ? as "difference", "id", "customer_id", "status", "total", "placed"
from (
  select "id", "customer_id", "status", "total", "placed", row_number() over (partition by "id", "customer_id", "status", "total", "placed") as "_copy"
  from "orders"
  except
  select "id", "customer_id", "status", "total", "placed", row_number() over (partition by "id", "customer_id", "status", "total", "placed") as "_copy"
  from (
    select cast(json_extract(value, '$[0]') as integer) as "id", cast(json_extract(value, '$[1]') as integer) as "customer_id", json_extract(value, '$[2]') as "status", cast(json_extract(value, '$[3]') as real) as "total", json_extract(value, '$[4]') as "placed"
    from json_each(?)
  ) as "q4"
) as "q3";
-- 1: "missing"
-- 2: "[[1,null,\"paid\",2.5,\"2024-02-29\"]]"
-- 3: "extra"
-- 4: "[[1,null,\"paid\",2.5,\"2024-02-29\"]]"
