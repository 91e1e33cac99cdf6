select $1::integer as "i", $2::numeric(12,2) as "p", $3::date as "d", $4::timestamp as "m"
from "customers";
-- 1: "1"
-- 2: "1.50"
-- 3: "2024-02-29"
-- 4: "2024-02-29 12:30:00"
