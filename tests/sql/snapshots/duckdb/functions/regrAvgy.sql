select avg("number"::double) filter (where "number"::double is not null) as "number", avg("ratio") filter (where "number"::double is not null) as "ratio", avg("price"::double) filter (where "number"::double is not null) as "price"
from "shop"."samples";
