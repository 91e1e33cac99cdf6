select millrace_url_decode("text", 1) as "text"
from "shop"."samples";
