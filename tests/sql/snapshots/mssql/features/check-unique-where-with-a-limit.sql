select top (@p0) [id] as [unique_field], count_big(*) as [n_records]
from [orders]
where [status] collate Latin1_General_100_BIN2_UTF8 = @p1 and [status] not like N'% ' and [id] is not null
group by [id]
having count_big(*) > @p2;
-- 1: 100
-- 2: "paid"
-- 3: 1
