select "id"
from "shop"."samples";
