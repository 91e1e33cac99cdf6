select reverse("text") as "text"
from "shop"."samples";
