select case "flag" when 1 then 'true' when 0 then 'false' end as "x"
from "shop"."samples";
