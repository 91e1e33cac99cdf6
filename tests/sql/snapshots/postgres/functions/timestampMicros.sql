select timestamp 'epoch' + "number" / 86400000000 * interval '1 day' + "number" % 86400000000 * interval '1 microsecond' as "number"
from "shop"."samples";
