select "id"
from "orders"
where "id" in (
  select unnest(from_json_strict($1, '["BIGINT"]'))
);
-- 1: "[]"
