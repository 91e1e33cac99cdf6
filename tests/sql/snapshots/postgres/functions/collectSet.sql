select coalesce(array_agg(distinct "text" collate "C") filter (where ("text" collate "C") is not null), '{}') as "text", coalesce(array_agg(distinct "number") filter (where "number" is not null), '{}') as "number"
from "shop"."samples";
