SELECT pg_advisory_xact_lock(hashtextextended('millrace_kept_1', 77105));

CREATE TABLE "millrace_kept_1" ("city" text, "people" bigint CONSTRAINT not_null_2 NOT NULL);

INSERT INTO "millrace_kept_1" ("city", "people")
select "city", count(*) as "people"
from "customers"
where "name" <> $1
group by "city";
-- 1: "test"

select "city", "people"
from "millrace_kept_1"
order by "people" desc;

DROP TABLE IF EXISTS "millrace_kept_1";
