select [id], [status]
from [orders]
where [status] collate Latin1_General_100_BIN2_UTF8 <> @p0 or [status] like N'% ';
-- 1: "paid"
