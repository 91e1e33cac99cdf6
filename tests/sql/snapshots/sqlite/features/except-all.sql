select "id"
from (
  select "id", row_number() over (partition by "id") as "_copy"
  from "orders"
  except
  select "customer_id" as "id", row_number() over (partition by "customer_id") as "_copy"
  from "orders"
) as "q1";
