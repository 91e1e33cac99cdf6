select case when "number" between 0 and 20 then factorial("number"::integer)::bigint end as "number"
from "shop"."samples";
