select replace(rtrim(encode(convert_to("text", 'UTF8'), 'base64'), chr(10)), chr(10), chr(13) || chr(10)) as "text", replace(rtrim(encode("bytes", 'base64'), chr(10)), chr(10), chr(13) || chr(10)) as "bytes"
from "shop"."samples";
