select case when ? >= 0 and ? < json_array_length("tags") then json_extract("tags", '$[' || ? || ']') when "tags" is not null and ? is not null then millrace_raise('getItem: no element ' || ? || ' in an array of ' || json_array_length("tags")) end as "first"
from "lists";
-- 1: 0
-- 2: 0
-- 3: 0
-- 4: 0
-- 5: 0
