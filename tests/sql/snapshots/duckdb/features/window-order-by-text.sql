select "id", row_number() over (order by "status" desc, "id") as "n"
from "orders";
