select "text" like $1 escape '\' as "text"
from "shop"."samples";
-- 1: "a"
