select (coalesce("text", 'an error') || substr(random()::varchar, 1, 0))::boolean::varchar as "text"
from "shop"."samples";
