select last("text") filter (where "text" is not null and "flag") as "text", last("number") filter (where "number" is not null and "flag") as "number"
from "shop"."samples";
