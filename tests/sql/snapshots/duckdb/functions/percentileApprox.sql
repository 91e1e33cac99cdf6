select list_sort(list("number") filter ("number" is not null))[greatest(1, ceil(2::double * count("number")))::bigint] as "number", list_sort(list("ratio") filter ("ratio" is not null))[greatest(1, ceil(2::double * count("ratio")))::bigint] as "ratio", list_sort(list("price") filter ("price" is not null))[greatest(1, ceil(2::double * count("price")))::bigint] as "price"
from "shop"."samples";
