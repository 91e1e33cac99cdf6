select ? as "i", ? as "p", ? as "d", ? as "m"
from "customers";
-- 1: 1
-- 2: 1.5
-- 3: "2024-02-29"
-- 4: "2024-02-29 12:30:00"
