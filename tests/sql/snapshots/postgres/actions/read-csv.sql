CREATE TABLE "millrace_kept_1" ("name" text, "moons" text, "mass" text);

INSERT INTO "millrace_kept_1" ("name", "moons", "mass")
select (r ->> 0)::text as "name", (r ->> 1)::text as "moons", (r ->> 2)::text as "mass"
from json_array_elements($1::json) as rows(r);
-- 1: "[[\"Mars\",\"2\",\"0.642\"],[\"Jupiter\",\"95\",\"1898.0\"]]"

select "name", "moons", "mass"
from "millrace_kept_1"
limit $1;
-- 1: 1

DROP TABLE IF EXISTS "millrace_kept_1";
