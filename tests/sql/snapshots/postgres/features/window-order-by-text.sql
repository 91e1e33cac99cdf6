select "id", row_number() over (order by "status" collate "C" desc nulls last, "id") as "n"
from "orders";
