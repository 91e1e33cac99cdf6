select (coalesce("text", 'an error') || substr(random()::text, 1, 0))::boolean::text as "text"
from "shop"."samples";
