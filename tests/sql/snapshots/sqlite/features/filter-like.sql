select "id"
from "customers"
where case when instr("name", char(0)) = 0 then "name" glob ? else millrace_like("name", ?) end;
-- 1: "A_[[]*"
-- 2: "A\\_[%"
