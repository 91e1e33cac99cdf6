select "id"
from "orders"
except
select "customer_id" as "id"
from (
  select "customer_id"
  from "orders"
  except
  select "id" as "customer_id"
  from "orders"
) as "q1";
