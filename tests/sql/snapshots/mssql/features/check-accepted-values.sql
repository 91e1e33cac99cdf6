select [status] as [value_field], count_big(*) as [n_records]
from [orders]
where [status] is not null and not ([status] collate Latin1_General_100_BIN2_UTF8 in (@p0, @p1) and [status] not like N'% ')
group by [status], cast([status] as varbinary(max));
-- 1: "paid"
-- 2: "sent"
