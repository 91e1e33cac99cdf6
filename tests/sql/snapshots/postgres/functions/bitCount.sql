select bit_count("number"::bigint::bit(64))::integer as "number", "flag"::integer as "flag"
from "shop"."samples";
