import { expect, test } from 'vitest'
import { formatSql } from '../../src/compiler/format-sql.ts'

test.each([
  ['select 1', 'select 1'],
  ['select a,  b from t where a > ? order by a limit 3', 'select a, b\nfrom t\nwhere a > ?\norder by a\nlimit 3'],
  [
    'select s.a from (select b as a from t union all select c from u) as s left join v on s.a = v.a where exists (select 1 from w)',
    'select s.a\nfrom (\n  select b as a\n  from t\n  union all\n  select c\n  from u\n) as s\nleft join v on s.a = v.a\nwhere exists (\n  select 1\n  from w\n)',
  ],
  [
    'select extract(year from d), sum(x) over (partition by k order by d) from t',
    'select extract(year from d), sum(x) over (partition by k order by d)\nfrom t',
  ],
  [`select ' from  t', "a  where", "from" from t`, `select ' from  t', "a  where", "from"\nfrom t`],
  [
    'with s as (select 1 as a) insert into t ("a") select a from s',
    'with s as (\n  select 1 as a\n)\ninsert into t ("a")\nselect a\nfrom s',
  ],
  ['select selected, fromage from whereabouts', 'select selected, fromage\nfrom whereabouts'],
  [`select 'open`, `select 'open`],
  ['select a from t where a is not distinct from b', 'select a\nfrom t\nwhere a is not distinct from b'],
  [
    "select [a]]from] from openjson(@p0) with ([a] int '$[0]')",
    "select [a]]from]\nfrom openjson(@p0) with ([a] int '$[0]')",
  ],
  [
    'select row_number() over (order by (select null)) from t',
    'select row_number() over (order by (select null))\nfrom t',
  ],
])('%s', (sql, formatted) => {
  expect(formatSql(sql)).toBe(formatted)
  // Nothing but blanks may change.
  expect(formatted.replace(/\s+/g, '')).toBe(sql.replace(/\s+/g, ''))
})
