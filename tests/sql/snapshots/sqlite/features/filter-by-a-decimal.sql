select "id"
from "shop"."samples"
where "price" < ?;
-- 1: 9.99
