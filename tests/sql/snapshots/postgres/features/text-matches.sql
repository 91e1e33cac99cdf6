select "name" ~ $1::text as "many", "name" like $2 as "begins"
from "customers";
-- 1: "\\AA+(?:(?=(?:\\r\\n|[\\r\\u0085\\u2028\\u2029])?\\Z)|(?<!\\r)(?=\\n\\Z))"
-- 2: "A%"
