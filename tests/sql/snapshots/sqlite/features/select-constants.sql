select "id", ? as "t", ? as "n", ? as "d", ? as "b", ? as "nothing"
from "customers";
-- 1: "x"
-- 2: 1
-- 3: 1.5
-- 4: 1
-- 5: null
