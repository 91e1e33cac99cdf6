select millrace_array_flatten("lists") as "lists"
from "shop"."samples";
