select "id", "name", "city", millrace_upper("name") as "shout"
from "customers";
