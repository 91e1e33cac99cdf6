select case when ((case when strlen("text") = length("text") and strlen($1) = length($2) then levenshtein("text", $3) else list_reduce(list_transform(list_filter(string_split($4, ''), lambda one: one <> ''), lambda one: [unicode(one)::bigint]), lambda row, step: list_transform([list_concat([row[1] + 1], list_transform(range(1, length("text") + 1), lambda k: least(row[k + 1] + 1, row[k] + case when unicode(substr("text", k, 1)) = step[1] then 0 else 1 end)))], lambda cells: list_transform(cells, lambda cell, k: list_min(list_transform(cells[:k], lambda one, j: one + k - j))))[1], range(0, length("text") + 1))[-1] end))::int > $5::bigint then -1 when $6::bigint is not null then ((case when strlen("text") = length("text") and strlen($7) = length($8) then levenshtein("text", $9) else list_reduce(list_transform(list_filter(string_split($10, ''), lambda one: one <> ''), lambda one: [unicode(one)::bigint]), lambda row, step: list_transform([list_concat([row[1] + 1], list_transform(range(1, length("text") + 1), lambda k: least(row[k + 1] + 1, row[k] + case when unicode(substr("text", k, 1)) = step[1] then 0 else 1 end)))], lambda cells: list_transform(cells, lambda cell, k: list_min(list_transform(cells[:k], lambda one, j: one + k - j))))[1], range(0, length("text") + 1))[-1] end))::int end as "text"
from "shop"."samples";
-- 1: "a"
-- 2: "a"
-- 3: "a"
-- 4: "a"
-- 5: 2
-- 6: 2
-- 7: "a"
-- 8: "a"
-- 9: "a"
-- 10: "a"
