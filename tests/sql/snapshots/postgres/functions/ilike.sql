select "text" ilike $1::text as "text"
from "shop"."samples";
-- 1: "a"
