CREATE TABLE "main"."millrace_beside" ("city" TEXT, "people" BIGINT CONSTRAINT not_null_2 NOT NULL);

INSERT INTO "main"."millrace_beside" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> ?
group by "city";
-- 1: "test"

SELECT count(*)
FROM "main"."cities";

DROP TABLE "main"."cities";

PRAGMA legacy_alter_table = ON;

ALTER TABLE "main"."millrace_beside" RENAME TO "cities";

PRAGMA legacy_alter_table = OFF;

create index "by_people" on "cities" ("people");
