select "id"
from "shop"."samples"
where "moment" < $1;
-- 1: "2024-02-29 12:30:00"
