select millrace_nth_known("total", 1) over (order by "id") as "known"
from "orders";
