select millrace_reverse("text") as "text"
from "shop"."samples";
