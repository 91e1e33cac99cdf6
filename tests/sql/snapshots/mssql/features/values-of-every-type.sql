select [b], [y], [i], [l], [f], [d], [p], [s], [x], [day], [at], [j]
from openjson(@p0) with ([b] bit '$[0]', [y] smallint '$[1]', [i] int '$[2]', [l] bigint '$[3]', [f] real '$[4]', [d] float '$[5]', [p] decimal(12, 2) '$[6]', [s] nvarchar(max) '$[7]', [x] varbinary(max) '$[8]', [day] date '$[9]', [at] datetime2(6) '$[10]', [j] nvarchar(max) '$[11]') as [q1];
-- 1: "[[true,1,2,4503599627370496,0.5,1e+100,\"1.50\",\"it's ?\",\"/wA=\",\"2024-02-29\",\"2024-02-29 12:30:00.25\",\"{\\\"a\\\":[1]}\"]]"
