select avg("number"::double precision) as "number", avg("ratio") as "ratio", case when abs(round(avg("price"), 6)) < 1e10 then avg("price")::numeric(16, 6) end as "price"
from "shop"."samples";
