select contains("text", $1) as "text"
from "shop"."samples";
-- 1: "a"
