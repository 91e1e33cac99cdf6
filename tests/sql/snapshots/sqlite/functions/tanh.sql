select tanh(cast("number" as real)) as "number", tanh("ratio") as "ratio", tanh(cast("price" as real)) as "price"
from "shop"."samples";
