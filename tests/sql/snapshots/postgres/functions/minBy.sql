select (array_agg("text" order by "word" collate "C" asc) filter (where "word" is not null))[1] as "text", (array_agg("number" order by "word" collate "C" asc) filter (where "word" is not null))[1] as "number"
from "shop"."samples";
