select concat_ws("text", "word") as "text"
from "shop"."samples";
