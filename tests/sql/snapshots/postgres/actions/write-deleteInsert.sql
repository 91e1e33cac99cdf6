SELECT pg_advisory_xact_lock(hashtextextended('cities', 77105));

CREATE TEMPORARY TABLE "millrace_beside" ("city" text, "people" bigint);

INSERT INTO "millrace_beside" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> $1
group by "city";
-- 1: "test"

SELECT count(*) - count("city"), count(*) - count("people")
FROM "millrace_beside";

LOCK TABLE "main"."cities" IN SHARE ROW EXCLUSIVE MODE;

DELETE FROM "main"."cities"
WHERE ("city", "people") IN (
  SELECT "city", "people"
  FROM "millrace_beside"
);

INSERT INTO "main"."cities" ("city", "people")
SELECT "city", "people"
FROM "millrace_beside";

DROP TABLE "millrace_beside";
