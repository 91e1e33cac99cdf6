select [flag], min([text] collate Latin1_General_100_BIN2_UTF8) as [min(text)], min([price]) as [min(price)]
from [shop].[samples]
group by [flag];
