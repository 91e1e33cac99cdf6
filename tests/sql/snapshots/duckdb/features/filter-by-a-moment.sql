select "id"
from "shop"."samples"
where "moment" < $1::timestamp;
-- 1: "2024-02-29 12:30:00"
