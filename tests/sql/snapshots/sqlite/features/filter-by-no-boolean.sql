select "id"
from "shop"."samples"
where not "flag";
