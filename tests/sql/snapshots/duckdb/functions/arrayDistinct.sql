select list_filter("list", lambda item, place: list_position("list", item) = place) as "list", list_filter("lists", lambda item, place: list_position("lists", item) = place) as "lists", list_filter("words", lambda item, place: list_position("words", item) = place) as "words", list_filter("pairs", lambda item, place: list_position("pairs", item) = place) as "pairs"
from "shop"."samples";
