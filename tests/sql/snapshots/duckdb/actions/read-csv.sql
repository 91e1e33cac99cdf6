select "name", "moons", "mass"
from (
  select "c0" as "name", "c1" as "moons", "c2" as "mass"
  from read_csv(['./tests/sql/files/planets.csv'], auto_detect=false, header=true, delim=',', quote='"', escape='"', nullstr=[''], allow_quoted_nulls=false, columns={'c0': 'VARCHAR', 'c1': 'VARCHAR', 'c2': 'VARCHAR'})
) as "q1"
limit $1;
-- 1: 1
