select -"number" as "number", -"ratio" as "ratio", -"price" as "price"
from "shop"."samples";
