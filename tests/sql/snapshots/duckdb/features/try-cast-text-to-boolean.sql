select case when lower(trim("text")) in ('t', 'true', 'y', 'yes', '1') then true when lower(trim("text")) in ('f', 'false', 'n', 'no', '0') then false else null end as "x"
from "shop"."samples";
