select "lists"."id", "q1".value as "tag"
from "lists"
join json_each("lists"."tags") as "q1"
where "q1".value <> ?;
-- 1: ""
