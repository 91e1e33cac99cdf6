select millrace_fraction("text") as "text"
from "shop"."samples";
