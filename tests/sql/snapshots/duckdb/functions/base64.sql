select rtrim(regexp_replace(to_base64(encode("text")), '(.{76})', '\1' || chr(13) || chr(10), 'g'), chr(13) || chr(10)) as "text", rtrim(regexp_replace(to_base64("bytes"), '(.{76})', '\1' || chr(13) || chr(10), 'g'), chr(13) || chr(10)) as "bytes"
from "shop"."samples";
