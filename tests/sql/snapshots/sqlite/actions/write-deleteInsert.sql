CREATE TEMPORARY TABLE "millrace_beside" ("city" TEXT, "people" BIGINT);

INSERT INTO "millrace_beside" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> ?
group by "city";
-- 1: "test"

SELECT count(*) - count("city"), count(*) - count("people")
FROM "millrace_beside";

DELETE FROM "main"."cities"
WHERE ("city", "people") IN (
  SELECT "city", "people"
  FROM "millrace_beside"
);

INSERT INTO "main"."cities" ("city", "people")
SELECT "city", "people"
FROM "millrace_beside";

DROP TABLE "millrace_beside";
