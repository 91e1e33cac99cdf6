select abs("number") as "number", abs("ratio") as "ratio", abs("price") as "price"
from "shop"."samples";
