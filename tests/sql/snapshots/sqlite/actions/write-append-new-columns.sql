ALTER TABLE "main"."cities" ADD COLUMN "people" BIGINT;

INSERT INTO "main"."cities" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> ?
group by "city";
-- 1: "test"
