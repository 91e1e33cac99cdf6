select "id", "total"
from "orders";
