select millrace_arrays_zip(?, "list") as "[""number""]"
from "shop"."samples";
-- 1: "[\"number\"]"
