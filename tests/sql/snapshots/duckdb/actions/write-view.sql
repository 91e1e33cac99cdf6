CREATE OR REPLACE VIEW "cities" AS
select "city", count(*) as "people"
from "customers"
where "name" <> 'test'
group by "city";

SELECT *
FROM "cities"
LIMIT 0;
