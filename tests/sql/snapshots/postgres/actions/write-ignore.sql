SELECT pg_advisory_xact_lock(hashtextextended('cities', 77105));

CREATE TABLE "cities" ("city" text, "people" bigint CONSTRAINT not_null_2 NOT NULL);

INSERT INTO "cities" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> $1
group by "city";
-- 1: "test"
