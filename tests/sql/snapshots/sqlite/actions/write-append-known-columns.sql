INSERT INTO "main"."cities" ("city")
SELECT "city"
FROM (
  select "city", count(*) as "people"
  from "customers"
  where "name" <> ?
  group by "city"
) AS frame;
-- 1: "test"
