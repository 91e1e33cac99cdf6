select list_transform([struct_pack(a1 := "list", a2 := $1::bigint)], lambda given: case when given.a2 > len(given.a1) or given.a2 < -len(given.a1) then error('elementAt: no element ' || given.a2 || ' in an array of ' || len(given.a1)) else given.a1[given.a2] end)[1] as "list", list_transform([struct_pack(a1 := "lists", a2 := $2::bigint)], lambda given: case when given.a2 > len(given.a1) or given.a2 < -len(given.a1) then error('elementAt: no element ' || given.a2 || ' in an array of ' || len(given.a1)) else given.a1[given.a2] end)[1] as "lists", list_transform([struct_pack(a1 := "words", a2 := $3::bigint)], lambda given: case when given.a2 > len(given.a1) or given.a2 < -len(given.a1) then error('elementAt: no element ' || given.a2 || ' in an array of ' || len(given.a1)) else given.a1[given.a2] end)[1] as "words", ("rates")[$4] as "rates", list_transform([struct_pack(a1 := "pairs", a2 := $5::bigint)], lambda given: case when given.a2 > len(given.a1) or given.a2 < -len(given.a1) then error('elementAt: no element ' || given.a2 || ' in an array of ' || len(given.a1)) else given.a1[given.a2] end)[1] as "pairs"
from "shop"."samples";
-- 1: 2
-- 2: 2
-- 3: 2
-- 4: "a"
-- 5: 2
