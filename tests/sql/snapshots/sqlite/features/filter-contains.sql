select "id"
from "customers"
where instr("name", ?) > 0 and instr("name", "city") > 0;
-- 1: "100%"
