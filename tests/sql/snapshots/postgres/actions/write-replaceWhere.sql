SELECT pg_advisory_xact_lock(hashtextextended('cities', 77105));

CREATE TEMPORARY TABLE "millrace_beside" ("city" text, "people" bigint);

INSERT INTO "millrace_beside" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> $1
group by "city"
having count(*) > $2;
-- 1: "test"
-- 2: "7"

SELECT count(*)
FROM "millrace_beside"
WHERE ("people" > $1 and "city" like $2) IS NOT TRUE;
-- 1: "7"
-- 2: "B%"

LOCK TABLE "main"."cities" IN SHARE ROW EXCLUSIVE MODE;

DELETE FROM "main"."cities"
WHERE "people" > $1 and "city" like $2;
-- 1: "7"
-- 2: "B%"

INSERT INTO "main"."cities" ("city", "people")
SELECT "city", "people"
FROM "millrace_beside";

DROP TABLE "millrace_beside";
