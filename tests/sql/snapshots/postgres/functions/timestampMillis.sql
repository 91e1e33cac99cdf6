select timestamp 'epoch' + "number" / 86400000 * interval '1 day' + "number" % 86400000 * interval '1 millisecond' as "number"
from "shop"."samples";
