select millrace_json_object_keys("text") as "text"
from "shop"."samples";
