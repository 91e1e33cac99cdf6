select avg("number"::double) filter (where "number"::double is not null) as "number", avg("number"::double) filter (where "ratio" is not null) as "ratio", avg("number"::double) filter (where "price"::double is not null) as "price"
from "shop"."samples";
