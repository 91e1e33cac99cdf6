select "id", "name", "city", upper(replace("name", 'ß', 'SS')) as "shout"
from "customers";
