select upper(replace("status", 'ß', 'SS')) as "word", count(*) as "count"
from "orders"
group by upper(replace("status", 'ß', 'SS'));
