-- table
select "id", "customer_id", "status", "total", "placed"
from "orders";

-- select names
select "id", "total"
from "orders";

-- select computed
select "id", "total" * $1::bigint as "twice"
from "orders";
-- with 2

-- select a name twice
select "id" as "a", "id" as "b"
from "orders";

-- filter with a number
select "id"
from "orders"
where "id" > $1;
-- with 10

-- filter with text and a list
select "id", "status"
from "orders"
where "status" in ($1, $2);
-- with "paid", "open"

-- filter with and, or
select "id", "total"
from "orders"
where "total" > $1 and ("id" < $2 or "total" is null);
-- with 1, 9

-- filter twice
select "id"
from "orders"
where "id" > $1 and "id" < $2;
-- with 1, 9

-- filter on what is computed
select "id", "twice"
from (select "id", "total" * $1::bigint as "twice"
from "orders") as "q1"
where "twice" > $2;
-- with 2, 1

-- withColumn new
select "id", "name", "city", upper(replace("name", 'ß', 'SS')) as "shout"
from "customers";

-- withColumn in place
select "id", lower(replace(case when contains("name", 'Σ') then regexp_replace("name", '(\p{L})Σ(\P{L}|$)', '\1ς\2', 'g') else "name" end, 'İ', 'i̇')) as "name", "city"
from "customers";

-- rename
select "id", "name" as "city", "city" as "name"
from "customers";

-- drop
select "id", "name"
from "customers";

-- alias
select "id", "name", "city"
from "customers"
where "id" > $1;
-- with 1

-- when, otherwise
select case when "city" is null then $1 else "city" end as "place"
from "customers";
-- with "nowhere"

-- distinct
select distinct "city"
from "customers";

-- distinct, then sorted text
select "city"
from (select distinct "city"
from "customers") as "q1"
order by "city" nulls first;

-- distinct, then fewer columns
select "city"
from (select distinct "city", "name"
from "customers") as "q1";

-- orderBy number and text
select "id", "name", "city"
from "customers"
order by "id", "name";

-- orderBy down, NULLs last
select "id", "total"
from "orders"
order by "total" desc;

-- orderBy computed
select "id", "total"
from "orders"
order by "total" * $1::bigint nulls first;
-- with -1

-- orderBy, then without the key
select "id"
from "orders"
order by "placed" nulls first;

-- limit
select "id", "name", "city"
from "customers"
limit $1;
-- with 5

-- offset, limit
select "id", "name", "city"
from "customers"
order by "id"
limit $1 offset $2;
-- with 5, 10

-- offset
select "id", "name", "city"
from "customers" offset $1;
-- with 10

-- limit, offset
select "id", "name", "city"
from (select "id", "name", "city"
from "customers"
limit $1) as "q1" offset $2;
-- with 10, 5

-- limit, filter
select "id", "name", "city"
from (select "id", "name", "city"
from "customers"
order by "id"
limit $1) as "q1"
where "city" is null
order by "id";
-- with 10

-- join by name
select "orders"."customer_id", "customers"."name"
from "orders"
inner join "customers" on "orders"."customer_id" = "customers"."id";

-- join by two names
select "customers"."id", "customers"."name", "customers"."city", "customers_2"."city" as "city_right"
from "customers"
inner join "customers" as "customers_2" on "customers"."id" = "customers_2"."id" and "customers"."name" = "customers_2"."name";

-- inner join
select "orders"."id", "customers"."name"
from "orders"
inner join "customers" on "orders"."customer_id" = "customers"."id";

-- left join
select "orders"."id", "customers"."name"
from "orders"
left join "customers" on "orders"."customer_id" = "customers"."id";

-- left join of a filtered side
select "orders"."id", "customers"."name"
from "orders"
left join "customers" on "orders"."customer_id" = "customers"."id" and "customers"."city" = $1;
-- with "Bern"

-- right join
select "customers"."id" as "id_right", "orders"."total"
from "orders"
right join "customers" on "orders"."customer_id" = "customers"."id";

-- full join by name
select coalesce("customers"."id", "orders"."id") as "id", "customers"."name", "customers"."city", "orders"."total"
from "customers"
full join "orders" on "customers"."id" = "orders"."id";

-- full join on no equality
select "id", "id_1" as "id_right", "total"
from (select "customers"."id", "orders"."id" as "id_1", "orders"."total"
from "customers"
left join "orders" on "customers"."id" < "orders"."id"
union all select $1::bigint as "id", "orders"."id" as "id_1", "orders"."total"
from "orders"
where not exists (select 1
from "customers"
where "customers"."id" < "orders"."id")) as "q1";
-- with null

-- semi join
select "customers"."id", "customers"."name", "customers"."city"
from "customers"
where exists (select 1
from "orders"
where "customers"."id" = "orders"."customer_id");

-- anti join of a filtered side
select "customers"."id", "customers"."name", "customers"."city"
from "customers"
where not exists (select 1
from "orders"
where "orders"."total" > $1 and "customers"."id" = "orders"."customer_id");
-- with 100

-- cross join
select "customers"."name", "orders"."id"
from "customers"
cross join "orders";

-- self-join
select "customers"."name", "customers_2"."name" as "name_right"
from "customers"
inner join "customers" as "customers_2" on "customers"."city" = "customers_2"."city" and "customers"."id" < "customers_2"."id";

-- three tables, filters on each
select "orders"."id", "customers"."name"
from "orders"
inner join "customers" on "orders"."customer_id" = "customers"."id"
left join "customers" as "customers_2" on "customers"."id" = "customers_2"."id"
where "orders"."status" = $1 and "customers"."city" = $2;
-- with "paid", "Bern"

-- union
select "id"
from "customers"
union all select "id"
from "orders";

-- union, widening
select "id"::double as "id"
from "orders"
union all select "total" as "id"
from "orders";

-- union of unions, sorted
select "id"
from (select "id"
from "customers"
union all select "id"
from "orders"
union all select "id"
from "customers") as "q1"
order by "id"
limit $1;
-- with 3

-- unionByName
select "name", "id"
from "customers"
union all select "name", "id"
from "customers";

-- groupBy
select "status", count(*) as "n", sum("total") as "total"
from "orders"
group by "status";

-- groupBy, having, orderBy
select "status", sum("total") as "total"
from "orders"
group by "status"
having sum("orders"."total") > $1
order by "total" desc
limit $2;
-- with 10, 3

-- groupBy computed
select upper(replace("status", 'ß', 'SS')) as "word", count(*) as "count"
from "orders"
group by upper(replace("status", 'ß', 'SS'));

-- groupBy computed with a value
select "word", count(*) as "count"
from (select coalesce("status", $1) as "word"
from "orders") as "q1"
group by "word";
-- with "?"

-- groupBy, output named like its source
select "status", max("id") as "id"
from "orders"
group by "status"
order by "id" nulls first;

-- agg
select count(*) as "n", count(distinct "customer_id") as "customers", avg("total") as "mean"
from "orders";

-- aggregate of aggregates
select max("t") as "best"
from (select sum("total") as "t"
from "orders"
group by "status") as "q1";

-- filter by an aggregate of all rows
select "id", "total"
from (select "id", "total", avg("total") over () as "_window_1"
from "orders") as "q1"
where "total" > "_window_1";

-- window
select "id", "customer_id", row_number() over (partition by "customer_id" order by "id") as "n"
from "orders";

-- window with a frame
select "id", sum("total") over (order by "id" rows between 6 preceding and current row) as "week"
from "orders";

-- first of each group
select "id", "customer_id", "total"
from (select "id", "customer_id", "total", row_number() over (partition by "customer_id" order by "total" desc) as "_window_1"
from "orders") as "q1"
where "_window_1" = $1;
-- with 1

-- rank of aggregates
select "status", "t", rank() over (order by "t" desc) as "place"
from (select "status", sum("total") as "t"
from "orders"
group by "status") as "q1";

-- difference to the row before
select "id", "total" - lag("total") over (order by "id") as "change"
from "orders";

-- constants
select "id", $1 as "t", $2::bigint as "n", $3::boolean as "b", $4::varchar as "nothing"
from "customers";
-- with "x", 1, true, null
