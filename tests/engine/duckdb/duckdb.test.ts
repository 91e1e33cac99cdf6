import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { DuckdbConnection } from '../../../src/engine/duckdb/client.ts'
import { type DuckdbOptions, duckdb } from '../../../src/engine/duckdb/index.ts'
import { typeOf } from '../../../src/engine/duckdb/native-type.ts'
import type { Pool } from '../../../src/engine/pooled.ts'
import { formatType } from '../../../src/plan/type.ts'
import { bundleScript } from '../../support/bundle-script.ts'
import { startChild } from '../../support/child.ts'
import { temporaryFolder } from '../../support/databases.ts'

const folder = temporaryFolder()
const holder = await bundleScript('tests/engine/duckdb/holder.ts')
const statement = (sql: string, ...bindings: unknown[]) => ({ sql, bindings })
let files = 0
const newFile = () => {
  files += 1
  return join(folder.path, `${files}.duckdb`)
}

function open(options: Partial<DuckdbOptions> = {}) {
  const engine = duckdb({ file: ':memory:', ...options })
  onTestFinished(() => engine.close())
  return engine
}

describe('values', () => {
  const cases: readonly (readonly [sql: string, value: unknown])[] = [
    ['true', true], ['1::tinyint', 1], ['255::utinyint', 255], ['-7::int', -7], ['9007199254740993::bigint', 9007199254740993n],
    ['170141183460469231731687303715884105727::hugeint', 2n ** 127n - 1n], ['18446744073709551615::ubigint', 2n ** 64n - 1n],
    ['1.5::float', 1.5], ["'-0'::double", -0], ["'nan'::double", Number.NaN], ["'inf'::double", Number.POSITIVE_INFINITY],
    ['12.50::decimal(38,2)', '12.50'], ['-0.05::decimal(4,2)', '-0.05'], ["'tä😀'", 'tä😀'], ["chr(65279) || 'x'", '\uFEFFx'],
    ["'\\x00\\xFF'::blob", new Uint8Array([0, 255])], ["date '2024-02-29'", '2024-02-29'],
    ["timestamp '1600-01-02 03:04:05.000001'", '1600-01-02 03:04:05.000001'],
    ["timestamptz '2024-02-29 12:00:00+02'", '2024-02-29 10:00:00+00'], [`'{"a":1}'::json`, '{"a":1}'],
    ['[1, null]::bigint[]', [1n, null]], ["[['a'], null]", [['a'], null]], ["{'a': 1.5::decimal(3,1), 'b': null}", { a: '1.5', b: null }],
    ["map {'k': [date '2024-01-01']}", { k: ['2024-01-01'] }], ["'a'::enum('a', 'b')", 'a'], ["interval '1 month'", '1 month'],
    ["'7c9e6679-7425-40de-944b-e07fc1f90ae7'::uuid", '7c9e6679-7425-40de-944b-e07fc1f90ae7'], ['null', null],
  ] // biome-ignore format: a table

  test.each(cases)('%s', async (sql, value) => {
    const { rows } = await open().query(statement(`SELECT ${sql}`))
    expect(rows).toStrictEqual([[value]])
  })

  test('bindings keep their types, whatever their values', async () => {
    const engine = open()
    const given = [1n, 2n ** 63n - 1n, 7, 2 ** 40, 1.5, -0, 'x', true, null, new Uint8Array([1]), new Date(0)]
    const list = given.map((_, index) => `typeof($${index + 1})`).join(', ')
    const { rows } = await engine.query(statement(`SELECT ${list}`, ...given))
    expect(rows[0]).toEqual([
      'BIGINT', 'BIGINT', 'INTEGER', 'BIGINT', 'DOUBLE', 'DOUBLE', 'VARCHAR', 'BOOLEAN', '"NULL"', 'BLOB', 'TIMESTAMP',
    ]) // biome-ignore format: a table
  })

  test.each([
    ['BIGINT', 'long'],
    ['DECIMAL(12,2)', 'decimal(12,2)'],
    ['HUGEINT', 'decimal(38,0)'],
    ['INTEGER[][3]', 'array<array<int>>'],
    ['STRUCT(a INTEGER, "b, c" VARCHAR[])', 'struct<a:int,b, c:array<string>>'],
    ['MAP(VARCHAR, STRUCT(x DECIMAL(3,1)))', 'map<string,struct<x:decimal(3,1)>>'],
    ["ENUM('a,b', 'c''(')", 'string'],
    ['TIMESTAMP WITH TIME ZONE', 'timestamp'],
    ['INTERVAL', 'unknown (INTERVAL)'],
    ['STRUCT(a BIT)', 'unknown (STRUCT(a BIT))'],
  ])('%s is read as %s', (native, ours) => {
    expect(formatType(typeOf(native))).toBe(ours)
  })
})

describe('statements', () => {
  const endless = statement(
    'SELECT count(*) FROM range(100000) a, range(100000000) b WHERE a.range + b.range = $1::bigint',
    7n,
  )

  test('a signal interrupts a query, and the connection goes on', async () => {
    const engine = open({ pool: 1 })
    const controller = new AbortController()
    const running = engine.query(endless, { signal: controller.signal })
    setTimeout(() => controller.abort(), 50)
    await expect(running).rejects.toMatchObject({ code: 'StatementCancelled' })
    expect((await engine.query(statement('SELECT 1'))).rows).toEqual([[1]])
  })

  test('a stream can be interrupted too, and one that is broken off holds nothing', async () => {
    const engine = open({ pool: 1 })
    const controller = new AbortController()
    const read = async () => {
      for await (const batch of engine.stream(statement('SELECT range FROM range(100000000)'), {
        signal: controller.signal,
      })) {
        expect(batch).toHaveLength(2048)
        controller.abort()
      }
    }
    await expect(read()).rejects.toMatchObject({ code: 'StatementCancelled' })
    for await (const batch of engine.stream(statement('SELECT range FROM range(100000000)'))) {
      expect(batch[1]).toEqual([1n])
      break
    }
    await engine.execute(statement('CREATE TABLE t (n int)'))
    expect(await engine.listTables(undefined)).toEqual([{ schema: 'main', name: 't', kind: 'table' }])
  })

  test.each([
    ['SELECT nothing FROM t', '42703'],
    ['SELECT * FROM nowhere', '42P01'],
    ['SELEC 1', '42601'],
    ['INSERT INTO t VALUES (1, 1), (1, 1)', '23505'],
    ['INSERT INTO t VALUES (NULL, 1)', '23502'],
    ['INSERT INTO t VALUES (1, -1)', '23514'],
  ])('%s fails with %s', async (sql, sqlState) => {
    const engine = open()
    await engine.execute(statement('CREATE TABLE t (id int PRIMARY KEY, n int CHECK (n > 0))'))
    await expect(engine.execute(statement(sql))).rejects.toMatchObject({
      code: 'DatabaseError',
      sqlState,
      transient: false,
    })
  })

  test('a conflict with a transaction that took no turn is worth another attempt', async () => {
    const engine = open()
    await engine.execute(statement('CREATE TABLE t AS SELECT 1 AS n'))
    const pool = engine.knex.client as Pool<DuckdbConnection>
    const connection = await pool.acquireConnection()
    const { link } = connection
    await link.run('BEGIN', [])
    await link.run('UPDATE t SET n = 2', [])
    await expect(engine.execute(statement('UPDATE t SET n = 3'))).rejects.toMatchObject({
      code: 'DatabaseError',
      sqlState: '40001',
      transient: true,
    })
    await link.run('COMMIT', [])
    await pool.releaseConnection(connection)
    await engine.execute(statement('UPDATE t SET n = n + 1'))
    expect((await engine.query(statement('SELECT n FROM t'))).rows).toEqual([[3]])
  })

  test('a caught failure inside a transaction does not let it seem committed', async () => {
    const engine = open()
    await engine.execute(statement('CREATE TABLE t (id int PRIMARY KEY)'))
    const body = engine.transaction(async (transaction) => {
      await transaction.execute(statement('INSERT INTO t VALUES (1)'))
      await expect(transaction.execute(statement('INSERT INTO t VALUES (1)'))).rejects.toThrow(/duplicate/i)
    })
    await expect(body).rejects.toThrow('nothing of it was written')
    expect((await engine.query(statement('SELECT * FROM t'))).rows).toEqual([])
    await expect(engine.knex.transaction((trx) => trx.transaction(async () => 1))).rejects.toMatchObject({
      code: 'InvalidArgument',
      message: expect.stringContaining('no savepoints'),
    })
  })

  test('nothing is fetched from the network', async () => {
    const engine = open()
    const { rows } = await engine.query(
      statement(`SELECT value FROM duckdb_settings() WHERE name LIKE 'auto%known_extensions' OR name = 'TimeZone'`),
    )
    expect(rows.flat().sort()).toEqual(['UTC', 'false', 'false'])
  })

  test('plain Knex: names, placeholders, streams, schema', async () => {
    const { knex } = open()
    await knex.schema.createTable('t', (table) => {
      table.integer('id')
      table.text('a[0]?')
    })
    await knex('t').insert([
      { id: 1, 'a[0]?': 'x' },
      { id: 2, 'a[0]?': null },
    ])
    expect(await knex('t').where('id', 1).first()).toEqual({ id: 1, 'a[0]?': 'x' })
    expect(await knex.raw("select ? as a, '\\?' as b", [5])).toMatchObject({ rows: [{ a: 5, b: '?' }] })
    const read: unknown[] = []
    for await (const row of knex('t').select('id').orderBy('id').stream()) read.push(row)
    expect(read).toEqual([{ id: 1 }, { id: 2 }])
    expect(await knex('t').update({ id: 3 }).where('id', 2)).toBe(1)
  })
})

describe('one owner', () => {
  test('engines of one thread on one file share it, and the last one closes it', async () => {
    const file = newFile()
    const [one, two] = [duckdb({ file }), duckdb({ file })]
    await one.execute(statement('CREATE TABLE t AS SELECT 1 AS n'))
    expect((await two.query(statement('SELECT n FROM t'))).rows).toEqual([[1]])
    await one.close()
    await two.execute(statement('INSERT INTO t VALUES (2)'))
    await two.close()
    expect((await open({ file }).query(statement('SELECT count(*) FROM t'))).rows).toEqual([[2n]])
  })

  test('another process is named', async () => {
    const file = newFile()
    const child = startChild(holder, file)
    expect(await child.message()).toBe('open')
    const engine = open({ file })
    await expect(engine.describe()).rejects.toMatchObject({
      code: 'ConnectionFailed',
      transient: true,
      message: expect.stringMatching(new RegExp(`another process has it open.*PID ${child.process.pid}`)),
      hint: expect.stringContaining('one process at a time'),
    })
    await child.kill()
    expect(await engine.describe()).toMatchObject({ engine: 'DuckDB', database: file })
  })

  test.skipIf(process.platform !== 'linux')('another thread is refused, where it would lose rows', async () => {
    const file = newFile()
    await open({ file }).execute(statement('CREATE TABLE t (n int)'))
    const worker = new Worker(holder, { argv: [file] })
    onTestFinished(async () => void (await worker.terminate()))
    const answer = await new Promise((resolve) => worker.once('message', resolve))
    expect(answer).toMatch(/ConnectionFailed.*this process has it open already/)
  })

  test('a folder is made, its parents are not; what is no database is told', async () => {
    const fresh = join(folder.path, 'fresh', 'a.duckdb')
    await open({ file: fresh }).describe()
    expect(existsSync(fresh)).toBe(true)
    await expect(open({ file: join(folder.path, 'x/y/z.duckdb') }).describe()).rejects.toMatchObject({
      code: 'ConnectionFailed',
      message: expect.stringContaining('does not exist'),
    })
    const text = join(folder.path, 'text.duckdb')
    writeFileSync(text, 'no database at all, but long enough to be read as one. '.repeat(200))
    await expect(open({ file: text }).describe()).rejects.toThrow('the file is not a DuckDB database')
    const sqlite = join(folder.path, 'sqlite.db')
    writeFileSync(sqlite, `SQLite format 3\0${'\0'.repeat(5000)}`)
    await expect(open({ file: sqlite }).describe()).rejects.toThrow('the file is an SQLite database')
    expect(() => duckdb({ file: '' })).toThrow('takes a path')
  })

  test('a readonly engine reads alone', async () => {
    const file = newFile()
    const writer = duckdb({ file })
    await writer.execute(statement('CREATE TABLE t AS SELECT 1 AS n'))
    await writer.close()
    const reader = open({ file, readonly: true })
    expect((await reader.query(statement('SELECT n FROM t'))).rows).toEqual([[1]])
    await expect(reader.execute(statement('INSERT INTO t VALUES (2)'))).rejects.toThrow(/read-only/)
  })
})

test('what hangs on a table: views by what they read, keys, defaults, indexes', async () => {
  const engine = open()
  for (const sql of [
    'CREATE SCHEMA s',
    `CREATE TABLE s."o t" (id int PRIMARY KEY, n int DEFAULT 5, a text UNIQUE, CHECK (n > 0))`,
    'CREATE INDEX "by n" ON s."o t" (n, (id + 1))',
    'CREATE TABLE s.child (o int REFERENCES s."o t" (id))',
    `CREATE VIEW "reads it" AS SELECT count(*) AS "o t" FROM (SELECT * FROM s."o t") AS x`,
    `CREATE VIEW names_it (a, b) AS SELECT 'o t' AS x, 1 AS y`,
  ])
    await engine.execute(statement(sql))
  const dependents = await engine.dependents({ schema: 's', name: 'o t' }, engine)
  expect(dependents.blockers).toEqual([
    'view reads it',
    'foreign key of child',
    'a check constraint',
    'default value of column n',
  ])
  expect(dependents.indexes.map(({ make }) => make)).toEqual([
    'ALTER TABLE "s"."o t" ADD PRIMARY KEY ("id")',
    'CREATE UNIQUE INDEX "o t_a_key" ON "s"."o t" ("a")',
    expect.stringMatching(/^CREATE INDEX "by n" ON s\."o t"\(n, /),
  ])
})
