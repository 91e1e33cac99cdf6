select [customer_id], sum(case when [status] collate Latin1_General_100_BIN2_UTF8 = @p0 and [status] not like N'% ' then [total] end) as [paid_total], sum(case when [status] collate Latin1_General_100_BIN2_UTF8 = @p1 and [status] not like N'% ' then [total] end) as [open_total]
from [orders]
group by [customer_id];
-- 1: "paid"
-- 2: "open"
