select millrace_element_at("list", ?, 'long', 'tryElementAt') as "list", millrace_element_at("lists", ?, 'array', 'tryElementAt') as "lists", millrace_element_at("words", ?, 'string', 'tryElementAt') as "words", json_extract("rates", '$.' || json_quote(cast(? as text))) as "rates", millrace_element_at("pairs", ?, 'struct', 'tryElementAt') as "pairs"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: "a"
-- 5: 2
