select "samples"."id", case "q1".type when 'true' then 'true' when 'false' then 'false' when 'null' then null when 'object' then "q1".value when 'array' then "q1".value else json_quote("q1".value) end as "part"
from "shop"."samples"
join json_each(case when json_type("samples"."document") = 'array' then "samples"."document" end) as "q1";
