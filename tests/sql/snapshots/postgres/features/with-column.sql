select "id", "name", "city", upper("name" collate "und-x-icu") collate "C" as "shout"
from "customers";
