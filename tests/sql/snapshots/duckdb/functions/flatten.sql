select case when len("lists") = list_count("lists") then flatten("lists") end as "lists"
from "shop"."samples";
