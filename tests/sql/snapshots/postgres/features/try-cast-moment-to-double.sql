select extract(epoch from "moment")::double precision as "x"
from "shop"."samples";
