select millrace_from_spark_json("text", ?) as "text"
from "shop"."samples";
-- 1: "{\"kind\":\"struct\",\"fields\":[{\"name\":\"a\",\"type\":{\"kind\":\"int\"}},{\"name\":\"b\",\"type\":{\"kind\":\"array\",\"element\":{\"kind\":\"string\"}}}]}"
