select arg_max_null("text", "word") as "text", arg_max_null("number", "word") as "number"
from "shop"."samples";
