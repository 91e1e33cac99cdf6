select uuidv4()::varchar as "x"
from "shop"."samples";
