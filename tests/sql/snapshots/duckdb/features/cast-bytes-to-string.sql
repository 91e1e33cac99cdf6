select decode("bytes") as "x"
from "shop"."samples";
