select gen_random_uuid()::text as "x"
from "shop"."samples";
