CREATE TEMPORARY TABLE "millrace_beside" ("city" TEXT, "id" BIGINT, "name" TEXT, "moved_at" TIMESTAMP);

INSERT INTO "millrace_beside" ("city", "id", "name", "moved_at")
select "city", "id", "name", "moved_at"
from "moved";

select "id"
from "millrace_beside"
where "id" is null
order by "id"
limit ?;
-- 1: 1

select "id", count(*) as "rows"
from "millrace_beside"
group by "id"
having count(*) > ?
order by "id"
limit ?;
-- 1: 1
-- 2: 1

ALTER TABLE "main"."cities" ADD COLUMN "city" TEXT;

CREATE TEMPORARY TABLE "millrace_beside" ("id" BIGINT, "name" TEXT, "moved_at" TIMESTAMP, "scd_id" TEXT, "updated_at" TIMESTAMP, "valid_from" TIMESTAMP, "valid_to" TIMESTAMP, "is_deleted" BOOLEAN, "city" TEXT);

INSERT INTO "millrace_beside" ("city", "id", "name", "moved_at", "scd_id", "updated_at", "valid_from", "is_deleted")
select "millrace_beside"."city", "millrace_beside"."id", "millrace_beside"."name", "millrace_beside"."moved_at", millrace_digest(max(coalesce(?, "cities"."valid_from", "q1"."ended_at"), coalesce("cities"."valid_from", "q1"."ended_at", ?), coalesce("q1"."ended_at", ?, "cities"."valid_from")) || ? || cast(millrace_whole(millrace_length(cast("millrace_beside"."id" as text)), 'int') as text) || ? || cast("millrace_beside"."id" as text), 'md5') as "scd_id", ? as "updated_at", max(coalesce(?, "cities"."valid_from", "q1"."ended_at"), coalesce("cities"."valid_from", "q1"."ended_at", ?), coalesce("q1"."ended_at", ?, "cities"."valid_from")) as "valid_from", ? as "is_deleted"
from "millrace_beside"
left join "main"."cities" on "millrace_beside"."id" = "cities"."id" and "cities"."valid_to" is null
left join (
  select "id", max("valid_to") as "ended_at"
  from "main"."cities"
  where "valid_to" is not null
  group by "id"
) as "q1" on "millrace_beside"."id" = "q1"."id"
where "cities"."valid_from" is null or "cities"."is_deleted" is ? or not ("millrace_beside"."name" is "cities"."name");
-- 1: "2024-03-01 00:00:00"
-- 2: "2024-03-01 00:00:00"
-- 3: "2024-03-01 00:00:00"
-- 4: " "
-- 5: ":"
-- 6: "2024-03-01 00:00:00"
-- 7: "2024-03-01 00:00:00"
-- 8: "2024-03-01 00:00:00"
-- 9: "2024-03-01 00:00:00"
-- 10: 0
-- 11: 1

INSERT INTO "millrace_beside" ("id", "name", "moved_at", "city", "scd_id", "updated_at", "valid_from", "is_deleted")
select "cities"."id", "cities"."name", "cities"."moved_at", "cities"."city", millrace_digest(max(coalesce(?, "cities"."valid_from"), coalesce("cities"."valid_from", ?)) || ? || cast(millrace_whole(millrace_length(cast("cities"."id" as text)), 'int') as text) || ? || cast("cities"."id" as text), 'md5') as "scd_id", ? as "updated_at", max(coalesce(?, "cities"."valid_from"), coalesce("cities"."valid_from", ?)) as "valid_from", ? as "is_deleted"
from "main"."cities"
left join "millrace_beside" on "cities"."id" = "millrace_beside"."id"
where "cities"."valid_to" is null and not ("cities"."is_deleted" is ?) and "millrace_beside"."id" is null;
-- 1: "2024-03-01 00:00:00"
-- 2: "2024-03-01 00:00:00"
-- 3: " "
-- 4: ":"
-- 5: "2024-03-01 00:00:00"
-- 6: "2024-03-01 00:00:00"
-- 7: "2024-03-01 00:00:00"
-- 8: 1
-- 9: 1

select "id", count(*) as "rows"
from "millrace_beside"
group by "id"
having count(*) > ?
order by "id"
limit ?;
-- 1: 1
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
