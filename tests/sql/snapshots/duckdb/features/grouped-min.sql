select "flag", min("text") as "min(text)", min("price") as "min(price)"
from "shop"."samples"
group by "flag";
