select distinct "id", "name", "city"
from "customers";
