select coalesce(list("text"), []) as "text", coalesce(list("number"), []) as "number"
from "shop"."samples";
