select tanh("number"::double precision) as "number", tanh("ratio") as "ratio", tanh("price"::double precision) as "price"
from "shop"."samples";
