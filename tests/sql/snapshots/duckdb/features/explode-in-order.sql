select "q1"."col" as "tag"
from "lists"
cross join lateral (
  select unnest("lists"."tags") as "col", unnest(range(len("lists"."tags")))::int as "pos"
) as "q1"
order by "lists"."id", "q1"."pos";
