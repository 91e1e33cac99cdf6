select "flag", max("text") as "max(text)", max("moment") as "max(moment)"
from "shop"."samples"
group by "flag";
