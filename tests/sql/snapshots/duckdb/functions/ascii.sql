select ascii("text")::int as "text"
from "shop"."samples";
