select "lists"."id", "lists"."tags", "q1"."col" as "tag"
from "lists"
left join lateral unnest("lists"."tags") as "q1"("col") on true;
