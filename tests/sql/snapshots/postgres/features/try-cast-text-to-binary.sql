select convert_to("text", 'UTF8') as "x"
from "shop"."samples";
