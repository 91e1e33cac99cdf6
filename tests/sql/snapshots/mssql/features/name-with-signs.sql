select [a "b" [c]] d?]
from openjson(@p0) with ([a "b" [c]] d?] bigint '$[0]') as [q1]
where [a "b" [c]] d?] > @p1;
-- 1: "[[1]]"
-- 2: 0
