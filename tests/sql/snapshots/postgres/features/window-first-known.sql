select (jsonb_agg("total") filter (where "total" is not null) over (order by "id") ->> 0)::double precision as "known"
from "orders";
