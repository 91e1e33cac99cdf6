select "id"
from "customers"
where "name" ilike $1::text;
-- 1: "a%"
