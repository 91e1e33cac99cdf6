select ((epoch_us("moment")::decimal(18,0) * 0.000001)::decimal(18,6))::double as "x"
from "shop"."samples";
