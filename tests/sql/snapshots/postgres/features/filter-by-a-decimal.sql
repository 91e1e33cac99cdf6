select "id"
from "shop"."samples"
where "price" < $1::numeric(3,2);
-- 1: "9.99"
