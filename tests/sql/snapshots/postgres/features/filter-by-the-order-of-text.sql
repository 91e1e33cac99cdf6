select "id"
from "customers"
where "name" collate "C" >= $1;
-- 1: "M"
