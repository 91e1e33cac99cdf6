CREATE TEMPORARY TABLE "millrace_beside" ("city" varchar, "people" bigint);

INSERT INTO "millrace_beside" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> $1
group by "city"
having count(*) > $2;
-- 1: "test"
-- 2: 7

SELECT count(*)
FROM "millrace_beside"
WHERE ("people" > $1 and "city" like $2) IS NOT TRUE;
-- 1: 7
-- 2: "B%"

DELETE FROM "main"."cities"
WHERE "people" > $1 and "city" like $2;
-- 1: 7
-- 2: "B%"

INSERT INTO "main"."cities" ("city", "people")
SELECT "city", "people"
FROM "millrace_beside";

DROP TABLE "millrace_beside";
