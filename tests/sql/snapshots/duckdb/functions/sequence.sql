select list_transform([struct_pack(a1 := "number", a2 := $1::bigint, a3 := $2::bigint)], lambda given: case when (given['a3'] > 0 and given['a1'] > given['a2']) or (given['a3'] < 0 and given['a1'] < given['a2']) or (given['a3'] = 0 and given['a1'] <> given['a2']) then error('sequence: no step ' || given['a3'] || ' leads from ' || given['a1'] || ' to ' || given['a2']) when given['a3'] = 0 then [given['a1']] when (given['a2']::hugeint - given['a1']) // nullif(given['a3'], 0) > 2147483632 then error('sequence: too many numbers from ' || given['a1']) else generate_series(given['a1'], given['a2'], given['a3']) end)[1]::bigint[] as "number"
from "shop"."samples";
-- 1: 2
-- 2: 2
