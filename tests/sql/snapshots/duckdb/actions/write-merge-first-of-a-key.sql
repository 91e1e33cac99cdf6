EXPLAIN
INSERT INTO "main"."cities" ("city")
SELECT "city"
FROM "main"."cities"
WHERE true
ON CONFLICT ("city") DO NOTHING;

CREATE TEMPORARY TABLE "millrace_beside" ("city" varchar, "people" bigint);

INSERT INTO "millrace_beside" ("city", "people")
select "city", "people"
from (
  select "city", "id" as "people", rank() over (partition by "city" order by "id" desc) as "millrace_place"
  from "customers"
) as "q1"
where "millrace_place" = $1;
-- 1: 1

SELECT "city", count(*), count(*) OVER ()
FROM "millrace_beside"
GROUP BY "city"
HAVING count(*) > 1
ORDER BY "city"
LIMIT 1;

SELECT count(*) - count("city")
FROM "millrace_beside";

SELECT "city", count(*), count(*) OVER ()
FROM "millrace_beside"
GROUP BY "city"
HAVING count(*) > 1
ORDER BY "city"
LIMIT 1;

SELECT count(*)
FROM "millrace_beside" AS new
JOIN "main"."cities" AS old ON old."city" = new."city";

INSERT INTO "main"."cities" ("city", "people")
SELECT "city", "people"
FROM "millrace_beside"
WHERE true
ON CONFLICT ("city") DO
UPDATE
SET "people" = excluded."people";

DROP TABLE "millrace_beside";
