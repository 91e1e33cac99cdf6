ALTER TABLE "main"."cities" ADD COLUMN "people" bigint;

INSERT INTO "main"."cities" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> $1
group by "city";
-- 1: "test"
