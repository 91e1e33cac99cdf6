select len([text] collate Latin1_General_100_BIN2_UTF8 + N'.') - 1 as [text], datalength([bytes]) as [bytes]
from [shop].[samples];
