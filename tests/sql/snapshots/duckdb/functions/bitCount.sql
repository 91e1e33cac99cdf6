select bit_count("number"::bigint)::integer as "number", bit_count("flag"::bigint)::integer as "flag"
from "shop"."samples";
