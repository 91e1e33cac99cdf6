select "lists"."id", "lists"."tags", "q1".value as "tag"
from "lists"
left join json_each("lists"."tags") as "q1" on true;
