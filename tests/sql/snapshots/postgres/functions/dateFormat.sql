select to_char("day"::timestamp, $1) as "day", to_char("moment", $2) as "moment"
from "shop"."samples";
-- 1: "YYYY\"-\"MM\"-\"DD\" \"HH24\":\"MI\":\"SS"
-- 2: "YYYY\"-\"MM\"-\"DD\" \"HH24\":\"MI\":\"SS"
