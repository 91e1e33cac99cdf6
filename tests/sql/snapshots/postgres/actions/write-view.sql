SELECT pg_advisory_xact_lock(hashtextextended('cities', 77105));

SAVEPOINT millrace_write;

CREATE OR REPLACE VIEW "cities" AS
select "city", count(*) as "people"
from "customers"
where "name" <> 'test'
group by "city";

SELECT *
FROM "cities"
LIMIT 0;

RELEASE SAVEPOINT millrace_write;
