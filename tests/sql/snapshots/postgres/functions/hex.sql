select upper(encode(convert_to("text", 'UTF8'), 'hex')) as "text", upper(to_hex("number"::bigint)) as "number", upper(encode("bytes", 'hex')) as "bytes"
from "shop"."samples";
