select ('0x' || md5("text")[1:13])::bigint / 4503599627370496 as "text"
from "shop"."samples";
