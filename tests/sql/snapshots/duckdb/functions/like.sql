select "text" like $1 as "text"
from "shop"."samples";
-- 1: "a"
