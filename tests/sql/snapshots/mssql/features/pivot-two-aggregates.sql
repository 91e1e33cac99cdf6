select [customer_id], nullif(count_big(case when [status] collate Latin1_General_100_BIN2_UTF8 = @p0 and [status] not like N'% ' then cast(@p1 as int) end), @p2) as [paid_n], sum(case when [status] collate Latin1_General_100_BIN2_UTF8 = @p3 and [status] not like N'% ' then [total] end) as [paid_total], nullif(count_big(case when [status] collate Latin1_General_100_BIN2_UTF8 = @p4 and [status] not like N'% ' then cast(@p5 as int) end), @p6) as [open_n], sum(case when [status] collate Latin1_General_100_BIN2_UTF8 = @p7 and [status] not like N'% ' then [total] end) as [open_total]
from [orders]
group by [customer_id];
-- 1: "paid"
-- 2: 1
-- 3: 0
-- 4: "paid"
-- 5: "open"
-- 6: 1
-- 7: 0
-- 8: "open"
