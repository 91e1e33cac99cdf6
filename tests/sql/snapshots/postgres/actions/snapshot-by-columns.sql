SELECT pg_advisory_xact_lock(hashtextextended('cities', 77105));

LOCK TABLE "main"."cities" IN SHARE ROW EXCLUSIVE MODE;

CREATE TEMPORARY TABLE "millrace_beside" ("city" text, "id" bigint, "name" text, "moved_at" timestamp);

INSERT INTO "millrace_beside" ("city", "id", "name", "moved_at")
select "city", "id", "name", "moved_at"
from "moved";

select "id"
from "millrace_beside"
where "id" is null
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
select "millrace_beside"."city", "millrace_beside"."id", "millrace_beside"."name", "millrace_beside"."moved_at", md5(greatest($1::timestamp, "cities"."valid_from", "q1"."ended_at")::text || $2::text || length("millrace_beside"."id"::text)::text || $3::text || "millrace_beside"."id"::text) as "scd_id", $4::timestamp as "updated_at", greatest($5::timestamp, "cities"."valid_from", "q1"."ended_at") as "valid_from", $6::boolean as "is_deleted"
from "millrace_beside"
left join "main"."cities" on "millrace_beside"."id" = "cities"."id" and "cities"."valid_to" is null
left join (
  select "id", max("valid_to") as "ended_at"
  from "main"."cities"
  where "valid_to" is not null
  group by "id"
) as "q1" on "millrace_beside"."id" = "q1"."id"
where "cities"."valid_from" is null or "cities"."is_deleted" is not distinct from $7 or not ("millrace_beside"."name" is not distinct from "cities"."name");
-- 1: "2024-03-01 00:00:00"
-- 2: " "
-- 3: ":"
-- 4: "2024-03-01 00:00:00"
-- 5: "2024-03-01 00:00:00"
-- 6: false
-- 7: true

INSERT INTO "millrace_beside" ("id", "name", "moved_at", "city", "scd_id", "updated_at", "valid_from", "is_deleted")
select "cities"."id", "cities"."name", "cities"."moved_at", "cities"."city", md5(greatest($1::timestamp, "cities"."valid_from")::text || $2::text || length("cities"."id"::text)::text || $3::text || "cities"."id"::text) as "scd_id", $4::timestamp as "updated_at", greatest($5::timestamp, "cities"."valid_from") as "valid_from", $6::boolean as "is_deleted"
from "main"."cities"
left join "millrace_beside" on "cities"."id" = "millrace_beside"."id"
where "cities"."valid_to" is null and not ("cities"."is_deleted" is not distinct from $7) and "millrace_beside"."id" is null;
-- 1: "2024-03-01 00:00:00"
-- 2: " "
-- 3: ":"
-- 4: "2024-03-01 00:00:00"
-- 5: "2024-03-01 00:00:00"
-- 6: true
-- 7: true

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
