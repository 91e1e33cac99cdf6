select "id"
from "shop"."samples"
where nullif("document" -> $1, 'null')::varchar = $2;
-- 1: "/a"
-- 2: "x"
