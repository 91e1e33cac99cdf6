select "id" as "a", "id" as "b"
from "orders";
