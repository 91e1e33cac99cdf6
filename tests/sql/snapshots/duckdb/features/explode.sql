select "lists"."id", "q1"."col" as "tag"
from "lists"
cross join lateral (
  select unnest("lists"."tags") as "col"
) as "q1";
