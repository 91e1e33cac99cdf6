select json_object(?, ?) as "a"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
