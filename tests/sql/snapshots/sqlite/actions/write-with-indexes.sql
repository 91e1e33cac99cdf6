CREATE TABLE "cities" ("city" TEXT, "people" BIGINT CONSTRAINT not_null_2 NOT NULL);

INSERT INTO "cities" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> ?
group by "city";
-- 1: "test"

CREATE INDEX IF NOT EXISTS "cities__city__idx" ON "cities" ("city");

CREATE INDEX IF NOT EXISTS "cities__people__city__idx" ON "cities" ("people", "city");
