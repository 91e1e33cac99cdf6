select "id", "total" - lag("total") over (order by "id") as "change"
from "orders";
