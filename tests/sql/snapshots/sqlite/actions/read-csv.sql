CREATE TABLE "millrace_kept_1" ("name" TEXT, "moons" TEXT, "mass" TEXT);

INSERT INTO "millrace_kept_1" ("name", "moons", "mass")
select json_extract(value, '$[0]') as "name", json_extract(value, '$[1]') as "moons", json_extract(value, '$[2]') as "mass"
from json_each(?);
-- 1: "[[\"Mars\",\"2\",\"0.642\"],[\"Jupiter\",\"95\",\"1898.0\"]]"

select "name", "moons", "mass"
from "millrace_kept_1"
limit ?;
-- 1: 1

DROP TABLE IF EXISTS "millrace_kept_1";
