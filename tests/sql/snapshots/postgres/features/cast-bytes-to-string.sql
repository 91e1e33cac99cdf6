select convert_from("bytes", 'UTF8') as "x"
from "shop"."samples";
