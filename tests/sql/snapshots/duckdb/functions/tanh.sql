select tanh("number"::double) as "number", tanh("ratio") as "ratio", tanh("price"::double) as "price"
from "shop"."samples";
