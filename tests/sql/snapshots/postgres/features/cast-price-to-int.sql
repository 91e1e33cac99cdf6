select trunc("price")::integer as "x"
from "shop"."samples";
