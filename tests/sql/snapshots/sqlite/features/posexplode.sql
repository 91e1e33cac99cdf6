select "lists"."id", "q1".key as "pos", "q1".value as "col"
from "lists"
join json_each("lists"."tags") as "q1";
