select struct_pack("a" := $1) as "a"
from "shop"."samples";
-- 1: "a"
