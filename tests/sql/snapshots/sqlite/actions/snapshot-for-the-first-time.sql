CREATE TEMPORARY TABLE "millrace_beside" ("city" TEXT, "id" BIGINT, "name" TEXT, "moved_at" TIMESTAMP);

INSERT INTO "millrace_beside" ("city", "id", "name", "moved_at")
select "city", "id", "name", "moved_at"
from "moved";

select "id", "moved_at"
from "millrace_beside"
where "id" is null or "moved_at" is null
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

CREATE TABLE "cities" ("city" TEXT, "id" BIGINT CONSTRAINT not_null_2 NOT NULL, "name" TEXT, "moved_at" TIMESTAMP CONSTRAINT not_null_4 NOT NULL, "scd_id" TEXT CONSTRAINT not_null_5 NOT NULL, "updated_at" TIMESTAMP CONSTRAINT not_null_6 NOT NULL, "valid_from" TIMESTAMP CONSTRAINT not_null_7 NOT NULL, "valid_to" TIMESTAMP);

INSERT INTO "cities" ("city", "id", "name", "moved_at", "scd_id", "updated_at", "valid_from")
select "city", "id", "name", "moved_at", millrace_digest("moved_at" || ? || cast(millrace_whole(millrace_length(cast("id" as text)), 'int') as text) || ? || cast("id" as text), 'md5') as "scd_id", "moved_at" as "updated_at", "moved_at" as "valid_from"
from "millrace_beside";
-- 1: " "
-- 2: ":"

DROP TABLE "millrace_beside";
