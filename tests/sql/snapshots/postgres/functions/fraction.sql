select ('x' || substr(md5(convert_to("text", 'UTF8')), 1, 13))::bit(52)::bigint / 4503599627370496::double precision as "text"
from "shop"."samples";
