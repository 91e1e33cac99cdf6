select trunc("ratio")::integer as "x"
from "shop"."samples";
