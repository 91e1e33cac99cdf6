select "flag", min("text" collate "C") as "min(text)", min("price") as "min(price)"
from "shop"."samples"
group by "flag";
