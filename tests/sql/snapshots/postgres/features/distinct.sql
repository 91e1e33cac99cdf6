select distinct "city"
from "customers";
