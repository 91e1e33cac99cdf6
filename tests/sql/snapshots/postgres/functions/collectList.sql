select coalesce(array_agg("text"), '{}') as "text", coalesce(array_agg("number"), '{}') as "number"
from "shop"."samples";
