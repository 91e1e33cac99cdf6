SELECT pg_advisory_xact_lock(hashtextextended('cities', 77105));

CREATE TEMPORARY TABLE "millrace_beside" ("city" text, "id" bigint, "name" text, "moved_at" timestamp);

INSERT INTO "millrace_beside" ("city", "id", "name", "moved_at")
select "city", "id", "name", "moved_at"
from "moved";

select "id", "moved_at"
from "millrace_beside"
where "id" is null or "moved_at" is null
order by "id"
limit $1;
-- 1: 1

select "id", count(*) as "rows"
from "millrace_beside"
group by "id"
having count(*) > $1
order by "id"
limit $2;
-- 1: "1"
-- 2: 1

CREATE TABLE "cities" ("city" text, "id" bigint CONSTRAINT not_null_2 NOT NULL, "name" text, "moved_at" timestamp CONSTRAINT not_null_4 NOT NULL, "scd_id" text CONSTRAINT not_null_5 NOT NULL, "updated_at" timestamp CONSTRAINT not_null_6 NOT NULL, "valid_from" timestamp CONSTRAINT not_null_7 NOT NULL, "valid_to" timestamp);

INSERT INTO "cities" ("city", "id", "name", "moved_at", "scd_id", "updated_at", "valid_from")
select "city", "id", "name", "moved_at", md5("moved_at"::text || $1::text || length("id"::text)::text || $2::text || "id"::text) as "scd_id", "moved_at" as "updated_at", "moved_at" as "valid_from"
from "millrace_beside";
-- 1: " "
-- 2: ":"

DROP TABLE "millrace_beside";
