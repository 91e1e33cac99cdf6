select "lists"."id", "q1"."pos" as "pos", "q1"."col" as "col"
from "lists"
cross join lateral (
  select unnest("lists"."tags") as "col", unnest(range(len("lists"."tags")))::int as "pos"
) as "q1";
