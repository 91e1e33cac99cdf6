select case when "text" is not null then hex("text") end as "text", case when "number" is not null then printf('%X', "number") end as "number", case when "bytes" is not null then hex("bytes") end as "bytes"
from "shop"."samples";
