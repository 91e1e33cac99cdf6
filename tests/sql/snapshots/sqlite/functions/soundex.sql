select millrace_soundex("text") as "text"
from "shop"."samples";
