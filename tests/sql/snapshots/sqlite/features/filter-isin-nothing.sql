select "id"
from "orders"
where "id" in (
  select cast(value as integer)
  from json_each(?)
);
-- 1: "[]"
