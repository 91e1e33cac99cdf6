select "lists"."id", "q1"."pos" as "pos", "q1"."col" as "col"
from "lists"
cross join lateral (
  select unnest(if(len("lists"."tags") > 0, "lists"."tags", [null])) as "col", unnest(if(len("lists"."tags") > 0, range(len("lists"."tags")), [null]))::int as "pos"
) as "q1";
