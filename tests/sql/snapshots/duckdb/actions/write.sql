CREATE TABLE "cities" ("city" varchar, "people" bigint CONSTRAINT not_null_2 NOT NULL);

INSERT INTO "cities" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> $1
group by "city";
-- 1: "test"
