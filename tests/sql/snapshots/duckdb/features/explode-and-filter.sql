select "lists"."id", "q1"."col" as "tag"
from "lists"
cross join lateral (
  select unnest("lists"."tags") as "col"
) as "q1"
where "q1"."col" <> $1;
-- 1: ""
