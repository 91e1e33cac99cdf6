select "id"
from "customers"
where "name" like $1 escape '\';
-- 1: "%_rack%100\\%%"
