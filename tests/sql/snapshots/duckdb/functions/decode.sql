select decode("bytes") as "bytes"
from "shop"."samples";
