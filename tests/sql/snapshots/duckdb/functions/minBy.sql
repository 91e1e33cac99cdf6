select arg_min_null("text", "word") as "text", arg_min_null("number", "word") as "number"
from "shop"."samples";
