select millrace_url_decode("text", 0) as "text"
from "shop"."samples";
