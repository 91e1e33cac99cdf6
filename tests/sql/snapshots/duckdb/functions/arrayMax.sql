select list_max("list") as "list", list_max("words") as "words"
from "shop"."samples";
