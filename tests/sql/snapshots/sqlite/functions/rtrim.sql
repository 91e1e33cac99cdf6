select rtrim("text", ?) as "text"
from "shop"."samples";
-- 1: "a"
