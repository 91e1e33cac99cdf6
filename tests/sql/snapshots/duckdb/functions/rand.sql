select random() as "x"
from "shop"."samples";
