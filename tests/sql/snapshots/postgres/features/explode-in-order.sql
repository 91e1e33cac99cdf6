select "q1"."col" as "tag"
from "lists"
cross join lateral unnest("lists"."tags") with ordinality as "q1"("col", "pos")
order by "lists"."id", ("q1"."pos" - 1)::int;
