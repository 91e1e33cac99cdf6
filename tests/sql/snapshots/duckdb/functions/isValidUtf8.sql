select case when "text" is not null then true end as "text", case when "number" is not null then true end as "number"
from "shop"."samples";
