select case when "text" is not null then 1 end as "text", case when "number" is not null then 1 end as "number"
from "shop"."samples";
