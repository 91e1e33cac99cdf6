select "id", millrace_lower("name") as "name", "city"
from "customers";
