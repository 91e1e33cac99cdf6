select convert_from("bytes", 'UTF8') as "bytes"
from "shop"."samples";
