select list_min("list") as "list", list_min("words") as "words"
from "shop"."samples";
