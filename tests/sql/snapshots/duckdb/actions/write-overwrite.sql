CREATE TABLE "main"."millrace_beside" ("city" varchar, "people" bigint CONSTRAINT not_null_2 NOT NULL);

INSERT INTO "main"."millrace_beside" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> $1
group by "city";
-- 1: "test"

SELECT count(*)
FROM "main"."cities";

DROP TABLE "main"."cities";

ALTER TABLE "main"."millrace_beside" RENAME TO "cities";

create index "by_people" on "cities" ("people");
