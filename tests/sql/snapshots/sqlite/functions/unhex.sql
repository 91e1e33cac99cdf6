select millrace_unhex("text") as "text"
from "shop"."samples";
