select cast("text" as blob) as "text"
from "shop"."samples";
