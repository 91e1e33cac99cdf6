CREATE TEMPORARY TABLE "millrace_beside" ("city" TEXT, "people" BIGINT);

INSERT INTO "millrace_beside" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> ?
group by "city"
having count(*) > ?;
-- 1: "test"
-- 2: 7

SELECT count(*)
FROM "millrace_beside"
WHERE ("people" > ? and "city" glob ?) IS NOT TRUE;
-- 1: 7
-- 2: "B*"

DELETE FROM "main"."cities"
WHERE "people" > ? and "city" glob ?;
-- 1: 7
-- 2: "B*"

INSERT INTO "main"."cities" ("city", "people")
SELECT "city", "people"
FROM "millrace_beside";

DROP TABLE "millrace_beside";
