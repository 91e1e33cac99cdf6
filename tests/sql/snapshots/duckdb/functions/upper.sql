select upper(replace("text", 'ß', 'SS')) as "text"
from "shop"."samples";
