select "lists"."id", "lists"."tags", "q1"."col" as "tag"
from "lists"
cross join lateral (
  select unnest(if(len("lists"."tags") > 0, "lists"."tags", [null])) as "col"
) as "q1";
