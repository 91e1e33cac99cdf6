select "number" > ? as "more", "id" > ? as "always", "flag", "flag" and "id" < ? as "both", "flag" = ("number" is null) as "same"
from "shop"."samples";
-- 1: 1
-- 2: 1
-- 3: 9
