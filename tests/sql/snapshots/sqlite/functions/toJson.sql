select millrace_to_spark_json("list", ?) as "list", millrace_to_spark_json("lists", ?) as "lists"
from "shop"."samples";
-- 1: "{\"kind\":\"array\",\"element\":{\"kind\":\"long\"}}"
-- 2: "{\"kind\":\"array\",\"element\":{\"kind\":\"array\",\"element\":{\"kind\":\"long\"}}}"
