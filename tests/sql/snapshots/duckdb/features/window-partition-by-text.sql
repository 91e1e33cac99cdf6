select "id", count(*) over (partition by "status") as "n"
from "orders";
