select "id", $1 as "t", $2::bigint as "n", $3::double as "d", $4::boolean as "b", $5::varchar as "nothing"
from "customers";
-- 1: "x"
-- 2: 1
-- 3: 1.5
-- 4: true
-- 5: null
