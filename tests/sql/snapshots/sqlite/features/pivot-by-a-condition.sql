select "status", nullif(count(case when "total" > ? then ? end), ?) as "true_n", nullif(count(case when not ("total" > ?) then ? end), ?) as "false_n"
from "orders"
group by "status";
-- 1: 10
-- 2: 1
-- 3: 0
-- 4: 10
-- 5: 1
-- 6: 0
