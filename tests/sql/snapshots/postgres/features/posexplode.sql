select "lists"."id", ("q1"."pos" - 1)::int as "pos", "q1"."col" as "col"
from "lists"
cross join lateral unnest("lists"."tags") with ordinality as "q1"("col", "pos");
