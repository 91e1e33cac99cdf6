select null::varchar as "text", null::varchar as "bytes"
from "shop"."samples";
