select count(*) filter (where ("number" > $1)) as "n", count(*) filter (where "flag") as "flags"
from "shop"."samples";
-- 1: "1"
