select [id], [name]
from openjson(@p0) with ([id] bigint '$[0]', [name] nvarchar(max) '$[1]') as [q1];
-- 1: "[[1,\"Ada\"],[2,\"Bo\"]]"
