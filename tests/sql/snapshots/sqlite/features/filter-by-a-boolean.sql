select "id"
from "shop"."samples"
where "flag";
