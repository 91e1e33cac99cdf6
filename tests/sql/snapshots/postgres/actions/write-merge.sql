SELECT pg_advisory_xact_lock(hashtextextended('cities', 77105));

EXPLAIN
INSERT INTO "main"."cities" ("city")
SELECT "city"
FROM "main"."cities"
WHERE true
ON CONFLICT ("city") DO NOTHING;

CREATE TEMPORARY TABLE "millrace_beside" ("city" text, "people" bigint);

INSERT INTO "millrace_beside" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> $1
group by "city";
-- 1: "test"

SELECT count(*) - count("city")
FROM "millrace_beside";

SELECT "city", count(*), count(*) OVER ()
FROM "millrace_beside"
GROUP BY "city"
HAVING count(*) > 1
ORDER BY "city"
LIMIT 1;

LOCK TABLE "main"."cities" IN SHARE ROW EXCLUSIVE MODE;

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
