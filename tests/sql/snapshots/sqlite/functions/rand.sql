select (random() & 9007199254740991) / 9007199254740992.0 as "x"
from "shop"."samples";
