select "id"
from "customers"
where "name" ~ $1::text;
-- 1: "\\AA+(?:(?=(?:\\r\\n|[\\r\\u0085\\u2028\\u2029])?\\Z)|(?<!\\r)(?=\\n\\Z))"
