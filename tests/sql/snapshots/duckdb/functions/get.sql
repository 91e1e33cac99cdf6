select list_transform([struct_pack(a1 := "list", a2 := $1::bigint)], lambda given: case when given['a2'] >= 0 and given['a2'] < len(given['a1']) then given['a1'][given['a2'] + 1] end)[1] as "list", list_transform([struct_pack(a1 := "lists", a2 := $2::bigint)], lambda given: case when given['a2'] >= 0 and given['a2'] < len(given['a1']) then given['a1'][given['a2'] + 1] end)[1] as "lists", list_transform([struct_pack(a1 := "words", a2 := $3::bigint)], lambda given: case when given['a2'] >= 0 and given['a2'] < len(given['a1']) then given['a1'][given['a2'] + 1] end)[1] as "words", list_transform([struct_pack(a1 := "pairs", a2 := $4::bigint)], lambda given: case when given['a2'] >= 0 and given['a2'] < len(given['a1']) then given['a1'][given['a2'] + 1] end)[1] as "pairs"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: 2
