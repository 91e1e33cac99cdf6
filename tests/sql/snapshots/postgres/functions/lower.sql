select lower("text" collate "und-x-icu") collate "C" as "text"
from "shop"."samples";
