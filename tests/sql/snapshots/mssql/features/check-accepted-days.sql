select [placed] as [value_field], count_big(*) as [n_records]
from [orders]
where [placed] is not null and not ([placed] in (@p0))
group by [placed];
-- 1: "2024-02-29"
