select case when lower(btrim("text")) in ('t', 'true', 'y', 'yes', '1') then true when lower(btrim("text")) in ('f', 'false', 'n', 'no', '0') then false else ('no boolean: ' || "text")::boolean end as "x"
from "shop"."samples";
