select instr("text", $1)::int as "text"
from "shop"."samples";
-- 1: "a"
