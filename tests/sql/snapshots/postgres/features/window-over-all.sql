select "id", sum("total") over () as "all"
from "orders";
