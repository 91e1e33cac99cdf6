select "flag", max("text" collate "C") as "max(text)", max("moment") as "max(moment)"
from "shop"."samples"
group by "flag";
