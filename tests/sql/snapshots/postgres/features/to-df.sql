select "id" as "a", "name" as "b", "city" as "c"
from "customers";
