select "status", nullif(count(case when "total" > $1 then $2::integer end), $3) as "true_n", nullif(count(case when not ("total" > $4) then $5::integer end), $6) as "false_n"
from "orders"
group by "status";
-- 1: "10"
-- 2: "1"
-- 3: "0"
-- 4: "10"
-- 5: "1"
-- 6: "0"
