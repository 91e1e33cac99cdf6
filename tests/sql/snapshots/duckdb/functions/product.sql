select product("number"::double) as "number", product("ratio") as "ratio", product("price"::double) as "price"
from "shop"."samples";
