select [flag], max([text] collate Latin1_General_100_BIN2_UTF8) as [max(text)], max([moment]) as [max(moment)]
from [shop].[samples]
group by [flag];
