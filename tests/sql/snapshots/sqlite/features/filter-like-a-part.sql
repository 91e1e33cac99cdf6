select "id"
from "customers"
where instr("name", ?) > 0 and case when instr("name", char(0)) = 0 then "name" glob ? else millrace_like("name", ?) end;
-- 1: "rack"
-- 2: "*?rack*100%*"
-- 3: "%_rack%100\\%%"
