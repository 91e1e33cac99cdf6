select "customers"."name", "customers_2"."name" as "name_right"
from "customers"
inner join "customers" as "customers_2" on "customers"."city" is not distinct from "customers_2"."city";
