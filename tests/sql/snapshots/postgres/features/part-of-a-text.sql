select substr("name", $1::bigint::int, $2::bigint::int) as "middle", substr("name", greatest(length("name") + $3::bigint + 1, 1)::int, case when ($4::bigint + least(length("name") + $5::bigint, 0)) < 0 then 0 else ($6::bigint + least(length("name") + $7::bigint, 0)) end::int) as "end"
from "customers";
-- 1: "2"
-- 2: "3"
-- 3: "-2"
-- 4: "2"
-- 5: "-2"
-- 6: "2"
-- 7: "-2"
