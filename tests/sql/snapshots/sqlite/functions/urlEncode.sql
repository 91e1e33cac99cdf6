select millrace_url_encode("text") as "text"
from "shop"."samples";
