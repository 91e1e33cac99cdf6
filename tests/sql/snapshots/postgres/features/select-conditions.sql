select "number" > $1 as "more", "id" > $2 as "always", "flag", "flag" and "id" < $3 as "both", "flag" = ("number" is null) as "same"
from "shop"."samples";
-- 1: "1"
-- 2: "1"
-- 3: "9"
