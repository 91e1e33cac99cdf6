select cast(strftime('%s', "moment") as integer) as "x"
from "shop"."samples";
