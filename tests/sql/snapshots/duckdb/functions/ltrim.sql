select ltrim("text", $1) as "text"
from "shop"."samples";
-- 1: "a"
