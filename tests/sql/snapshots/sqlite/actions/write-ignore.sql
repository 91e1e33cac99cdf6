CREATE TABLE "cities" ("city" TEXT, "people" BIGINT CONSTRAINT not_null_2 NOT NULL);

INSERT INTO "cities" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> ?
group by "city";
-- 1: "test"
