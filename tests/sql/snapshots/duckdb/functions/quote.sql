select '''' || replace("text", '''', '\''') || '''' as "text"
from "shop"."samples";
