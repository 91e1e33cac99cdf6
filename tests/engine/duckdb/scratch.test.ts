import { test } from 'vitest'
import { duckdb } from '../../../src/engine/duckdb/index.ts'
test('x', async () => {
  const e = duckdb({ file: ':memory:' })
  const q = async (sql: string, ...bindings: unknown[]) => console.log(sql, JSON.stringify(await e.query({ sql, bindings }).catch((x) => [x.code, x.message, x.sqlState]), (_, v) => typeof v === 'bigint' ? `${v}n` : v))
  await q("select 1, 2::bigint, 1.5::decimal(5,2), date '2020-01-01', timestamptz '2020-01-01 00:00:00+02', [1,2]::bigint[], {a: 1}, map{'x': 2}, '\\x41'::blob, null, 'nan'::double")
  await q('create table t (id bigint primary key, "n x" struct(a int, "b c" text[]), j json, unique(j))')
  await q('create view v as select id, 1 as one from t')
  console.log(JSON.stringify(await e.tableInfo({ schema: undefined, name: 't' })), await e.tableInfo({ schema: undefined, name: 'v' }), await e.listTables(undefined))
  console.log(await e.describeQuery({ sql: 'select *, $1 as x from t', bindings: ['a'] }))
  console.log(await e.dependents({ schema: 'main', name: 't' }, e))
  await q('select nope from t'); await q('select * from nope'); await q('selec'); await q('insert into t values (1,null,null),(1,null,null)'); await q("select 'a'::int"); await q('insert into t(id) values (null)'); await q('select t.nope from t')
  await q('create table xx (a int)'); await q('create unique index i on xx(zz)'); 
  let n = 0; for await (const b of e.stream({ sql: 'select range from range(10000)', bindings: [] })) { n += b.length; if (n > 4000) break }
  console.log(n); await q('select 5')
  const k = e.knex
  console.log(await k('t').insert({ id: 7 }), await k('t').select('id').where('id', 7).limit(1), await k('t').where({ id: 7 }).delete(), await k.raw('select ? as a', ['x']))
  const s: unknown[] = []; for await (const r of k('range' as never).select(k.raw('1 as x')).from(k.raw('range(3)')).stream()) s.push(r); console.log(s)
  const c = new AbortController(); setTimeout(() => c.abort(), 300)
  const t0 = performance.now(); await e.query({ sql: 'select count(*) from range(100000) a, range(10000000) b where a.range + b.range = 7', bindings: [] }, { signal: c.signal }).catch((x) => console.log(x.code, performance.now() - t0))
  await e.transaction(async (tx) => { await tx.execute({ sql: 'insert into t(id) values (1)', bindings: [] }); await tx.execute({ sql: 'insert into t(id) values (1)', bindings: [] }).catch((x) => console.log(x.message)) }).catch((x) => console.log('tx', x.message))
  await k.transaction(async (t) => { await t.raw('select 1'); await t.transaction(async () => 1) }).catch((x) => console.log(x.message))
  await e.transaction(async () => { await e.execute({ sql: 'select 1', bindings: [] }) }).catch((x) => console.log(x.message))
  await q('drop table t cascade'); await q('drop table t'); console.log(await e.tableInfo({ schema: undefined, name: 'v' })); console.log(await e.tableInfo({ schema: undefined, name: 'xx' })); 
  console.log(await e.describe()); await e.close()
})
