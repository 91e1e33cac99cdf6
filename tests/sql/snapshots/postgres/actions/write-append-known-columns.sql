INSERT INTO "main"."cities" ("city")
SELECT "city"
FROM (
  select "city", count(*) as "people"
  from "customers"
  where "name" <> $1
  group by "city"
) AS frame;
-- 1: "test"
