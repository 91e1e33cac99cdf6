SELECT pg_advisory_xact_lock(hashtextextended('cities', 77105));

CREATE TABLE "cities" ("city" text, "people" bigint CONSTRAINT not_null_2 NOT NULL);

INSERT INTO "cities" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> $1
group by "city";
-- 1: "test"

SELECT count(*) - count("city")
FROM "cities";

SELECT "city", count(*), count(*) OVER ()
FROM "cities"
GROUP BY "city"
HAVING count(*) > 1
ORDER BY "city"
LIMIT 1;

CREATE UNIQUE INDEX IF NOT EXISTS "cities__city__key" ON "cities" ("city");

CREATE INDEX IF NOT EXISTS "cities__people__idx" ON "cities" ("people");
