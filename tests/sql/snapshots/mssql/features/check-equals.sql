select @p0 as [difference], [id], [customer_id], [status], [total], [placed]
from (
  select [id], [customer_id], [status], [total], [placed], row_number() over (partition by [id], [customer_id], cast([status] as varbinary(max)), [total], [placed] order by (select null)) as [_copy], cast(cast([status] collate Latin1_General_100_BIN2_UTF8 as varchar(max)) as varbinary(max)) as [_bytes_3]
  from openjson(@p1) with ([id] bigint '$[0]', [customer_id] bigint '$[1]', [status] nvarchar(max) '$[2]', [total] float '$[3]', [placed] date '$[4]') as [q2]
  except
  select [id], [customer_id], [status], [total], [placed], row_number() over (partition by [id], [customer_id], cast([status] as varbinary(max)), [total], [placed] order by (select null)) as [_copy], cast(cast([status] collate Latin1_General_100_BIN2_UTF8 as varchar(max)) as varbinary(max)) as [_bytes_3]
  from [orders]
) as [q1]
union all
select @p2 as [difference], [id], [customer_id], [status], [total], [placed]
from (
  select [id], [customer_id], [status], [total], [placed], row_number() over (partition by [id], [customer_id], cast([status] as varbinary(max)), [total], [placed] order by (select null)) as [_copy], cast(cast([status] collate Latin1_General_100_BIN2_UTF8 as varchar(max)) as varbinary(max)) as [_bytes_3]
  from [orders]
  except
  select [id], [customer_id], [status], [total], [placed], row_number() over (partition by [id], [customer_id], cast([status] as varbinary(max)), [total], [placed] order by (select null)) as [_copy], cast(cast([status] collate Latin1_General_100_BIN2_UTF8 as varchar(max)) as varbinary(max)) as [_bytes_3]
  from openjson(@p3) with ([id] bigint '$[0]', [customer_id] bigint '$[1]', [status] nvarchar(max) '$[2]', [total] float '$[3]', [placed] date '$[4]') as [q4]
) as [q3];
-- 1: "missing"
-- 2: "[[1,null,\"paid\",2.5,\"2024-02-29\"]]"
-- 3: "extra"
-- 4: "[[1,null,\"paid\",2.5,\"2024-02-29\"]]"
