select "id", lower("name" collate "und-x-icu") collate "C" as "name", "city"
from "customers";
