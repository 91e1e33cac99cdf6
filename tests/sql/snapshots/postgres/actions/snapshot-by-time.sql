SELECT pg_advisory_xact_lock(hashtextextended('cities', 77105));

LOCK TABLE "main"."cities" IN SHARE ROW EXCLUSIVE MODE;

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

ALTER TABLE "main"."cities" ADD COLUMN "city" text;

CREATE TEMPORARY TABLE "millrace_beside" ("id" bigint, "name" text, "moved_at" timestamp, "scd_id" text, "updated_at" timestamp, "valid_from" timestamp, "valid_to" timestamp, "is_deleted" boolean, "city" text);

INSERT INTO "millrace_beside" ("city", "id", "name", "moved_at", "scd_id", "updated_at", "valid_from", "is_deleted")
select "millrace_beside"."city", "millrace_beside"."id", "millrace_beside"."name", "millrace_beside"."moved_at", md5(greatest("millrace_beside"."moved_at", "cities"."valid_from", "q1"."ended_at")::text || $1::text || length("millrace_beside"."id"::text)::text || $2::text || "millrace_beside"."id"::text) as "scd_id", "millrace_beside"."moved_at" as "updated_at", greatest("millrace_beside"."moved_at", "cities"."valid_from", "q1"."ended_at") as "valid_from", $3::boolean as "is_deleted"
from "millrace_beside"
left join "main"."cities" on "millrace_beside"."id" = "cities"."id" and "cities"."valid_to" is null
left join (
  select "id", max("valid_to") as "ended_at"
  from "main"."cities"
  where "valid_to" is not null
  group by "id"
) as "q1" on "millrace_beside"."id" = "q1"."id"
where "cities"."valid_from" is null or "cities"."is_deleted" is not distinct from $4 or "millrace_beside"."moved_at" > "cities"."valid_from";
-- 1: " "
-- 2: ":"
-- 3: false
-- 4: true

INSERT INTO "millrace_beside" ("id", "valid_from", "valid_to")
select "cities"."id", greatest($1::timestamp, "cities"."valid_from") as "valid_from", greatest($2::timestamp, "cities"."valid_from") as "valid_to"
from "main"."cities"
left join "millrace_beside" on "cities"."id" = "millrace_beside"."id"
where "cities"."valid_to" is null and not ("cities"."is_deleted" is not distinct from $3) and "millrace_beside"."id" is null;
-- 1: "2024-03-01 00:00:00"
-- 2: "2024-03-01 00:00:00"
-- 3: true

select "id", count(*) as "rows"
from "millrace_beside"
group by "id"
having count(*) > $1
order by "id"
limit $2;
-- 1: "1"
-- 2: 1

UPDATE "main"."cities"
SET "valid_to" = "millrace_beside"."valid_from"
FROM "millrace_beside"
WHERE "main"."cities"."valid_to" IS NULL AND "main"."cities"."id" = "millrace_beside"."id";

INSERT INTO "main"."cities" ("id", "name", "moved_at", "scd_id", "updated_at", "valid_from", "valid_to", "is_deleted", "city")
select "id", "name", "moved_at", "scd_id", "updated_at", "valid_from", "valid_to", "is_deleted", "city"
from "millrace_beside"
where "valid_to" is null;

DROP TABLE "millrace_beside";

DROP TABLE "millrace_beside";
