CREATE VIEW "cities" AS /* millrace: {"city":"string","people":"long"} */
select "city", count(*) as "people"
from "customers"
where "name" <> 'test'
group by "city";

SELECT *
FROM "cities"
LIMIT 0;
