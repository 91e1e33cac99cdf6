select millrace_upper("status") as "word", count(*) as "count"
from "orders"
group by millrace_upper("status");
