select len("list")::int as "list", len("lists")::int as "lists", len("words")::int as "words", cardinality("rates")::int as "rates", len("pairs")::int as "pairs"
from "shop"."samples";
