select "customers"."id", "customers"."name", "customers"."city", "customers_2"."city" as "city_right"
from "customers"
left join "customers" as "customers_2" on "customers"."id" = "customers_2"."id" and "customers"."name" = "customers_2"."name";
