select list_filter("list", lambda item: item is not null) as "list", list_filter("lists", lambda item: item is not null) as "lists", list_filter("words", lambda item: item is not null) as "words", list_filter("pairs", lambda item: item is not null) as "pairs"
from "shop"."samples";
