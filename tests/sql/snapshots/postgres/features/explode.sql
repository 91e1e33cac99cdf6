select "lists"."id", "q1"."col" as "tag"
from "lists"
cross join lateral unnest("lists"."tags") as "q1"("col");
