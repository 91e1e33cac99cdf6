select first_value("total" ignore nulls) over (order by "id") as "known"
from "orders";
