select case when "list" is not null then list_transform(range(1, greatest(len("list")) + 1), lambda place: struct_pack("number" := "list"[place])) end as "[""number""]"
from "shop"."samples";
