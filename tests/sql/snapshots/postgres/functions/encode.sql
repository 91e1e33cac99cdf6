select convert_to("text", 'UTF8') as "text"
from "shop"."samples";
