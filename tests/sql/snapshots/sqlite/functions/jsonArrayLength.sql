select millrace_json_array_length("text") as "text"
from "shop"."samples";
