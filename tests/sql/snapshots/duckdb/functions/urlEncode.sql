select replace(replace(replace(url_encode("text"), '%20', '+'), '%2A', '*'), '~', '%7E') as "text"
from "shop"."samples";
