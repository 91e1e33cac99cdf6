select instr("text", ?) > 0 as "text"
from "shop"."samples";
-- 1: "a"
