select null::text as "text", null::text as "bytes"
from "shop"."samples";
