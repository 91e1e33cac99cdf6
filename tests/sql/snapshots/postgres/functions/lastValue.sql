select (jsonb_agg("text") filter (where "text" is not null) over (order by "id") ->> -1)::text as "text", (jsonb_agg("number") filter (where "number" is not null) over (order by "id") ->> -1)::bigint as "number"
from "shop"."samples";
