import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Engine } from '../../../src/engine/engine.ts'
import { declaredType } from '../../../src/engine/sqlite/declared-type.ts'
import { type SqliteOptions, sqlite } from '../../../src/engine/sqlite/index.ts'
import { formatType } from '../../../src/plan/type.ts'
import { temporaryFolder } from '../../support/databases.ts'
import { write } from '../../write/writing.ts'

const statement = (sql: string, ...bindings: unknown[]) => ({ sql, bindings })

const folder = temporaryFolder()
const engines: Engine[] = []
const open = (options: SqliteOptions): Engine => {
  const engine = sqlite(options)
  engines.push(engine)
  return engine
}
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close()
})

describe('opening', () => {
  test('makes the file and its folder, but no folders above', async () => {
    const file = join(folder.path, 'data', 'shop.db')
    await open({ file }).describe()
    expect(existsSync(file)).toBe(true)
    await expect(open({ file: join(folder.path, 'no', 'such', 'shop.db') }).describe()).rejects.toMatchObject({
      code: 'ConnectionFailed',
      message: expect.stringMatching(/shop\.db: the folder .*no does not exist/),
    })
  })

  test('nothing is opened before it is used', async () => {
    const file = join(folder.path, 'late.db')
    const engine = open({ file })
    expect(engine.knex.client).toBeDefined()
    expect(existsSync(file)).toBe(false)
  })

  test('a file that is no database', async () => {
    const file = join(folder.path, 'letter.txt')
    writeFileSync(file, 'Dear reader, '.repeat(200))
    await expect(open({ file }).describe()).rejects.toMatchObject({
      code: 'ConnectionFailed',
      message: expect.stringContaining('not an SQLite database'),
    })
  })

  test('a folder, an empty path', async () => {
    mkdirSync(join(folder.path, 'folder.db'))
    await expect(open({ file: join(folder.path, 'folder.db') }).describe()).rejects.toMatchObject({
      code: 'ConnectionFailed',
    })
    expect(() => sqlite({ file: '' })).toThrow(expect.objectContaining({ code: 'InvalidArgument' }))
  })

  test('settings of a connection', async () => {
    const engine = open({ file: join(folder.path, 'settings.db') })
    const pragma = async (name: string) => (await engine.query(statement(`PRAGMA ${name}`))).rows[0]?.[0]
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('foreign_keys')).toBe(1n)
    expect(await pragma('busy_timeout')).toBe(5000n)
    expect(await pragma('synchronous')).toBe(2n)
  })
})

test('a read-only database is read, and says so when written', async () => {
  const file = join(folder.path, 'readonly.db')
  await write(open({ file }), 't', { id: 'long' }, 'SELECT 1 AS id')
  const engine = open({ file, readonly: true })
  expect((await engine.query(statement('SELECT id FROM t'))).rows).toEqual([[1n]])
  await expect(write(engine, 't', { id: 'long' }, 'SELECT 2 AS id', { mode: 'append' })).rejects.toMatchObject({
    code: 'DatabaseError',
    sqlState: expect.stringMatching(/^SQLITE_READONLY/),
    message: expect.stringContaining('read-only'),
  })
})

// A superuser may write to any file: there the permissions prove nothing.
test.skipIf(process.getuid?.() === 0)('a file without write permission', async () => {
  const file = join(folder.path, 'locked.db')
  const first = open({ file })
  await write(first, 't', { id: 'long' }, 'SELECT 1 AS id')
  await first.close()
  chmodSync(file, 0o444)
  await expect(write(open({ file }), 't', { id: 'long' }, 'SELECT 2 AS id', { mode: 'append' })).rejects.toMatchObject({
    message: expect.stringContaining('read-only'),
  })
})

test('a full database is reported, and the old table stays', async () => {
  const engine = open({ file: join(folder.path, 'full.db'), pool: 1 })
  await write(engine, 't', { id: 'long', text: 'string' }, `SELECT 1 AS id, 'old' AS text`)
  await engine.execute(statement('PRAGMA max_page_count = 20'))
  const large = `WITH RECURSIVE n AS (SELECT 1 AS id UNION ALL SELECT id + 1 FROM n WHERE id < 5000) SELECT id, hex(randomblob(200)) AS text FROM n`
  for (const mode of ['overwrite', 'append'] as const) {
    await expect(write(engine, 't', { id: 'long', text: 'string' }, large, { mode })).rejects.toMatchObject({
      code: 'DatabaseError',
      sqlState: 'SQLITE_FULL',
      message: expect.stringContaining('full'),
      hint: expect.stringContaining('max_page_count'),
    })
  }
  expect((await engine.query(statement('SELECT id, text FROM t'))).rows).toEqual([[1n, 'old']])
  expect(await engine.listTables(undefined)).toEqual([{ schema: 'main', name: 't', kind: 'table' }])
})

test('a schema that is no attached database is told as one', async () => {
  const engine = open({ file: ':memory:' })
  await expect(engine.execute(statement('CREATE TABLE "mart"."t" (a)'))).rejects.toMatchObject({
    code: 'DatabaseError',
    hint: expect.stringContaining('SQLite has no schemas'),
  })
})

test('tables are described beside a view whose table is gone', async () => {
  const engine = open({ file: ':memory:' })
  for (const sql of [
    'CREATE TABLE gone (x INTEGER)',
    'CREATE TABLE t (x INTEGER NOT NULL)',
    'CREATE VIEW broken AS SELECT x FROM gone',
    'CREATE VIEW twice AS SELECT x * 2 AS y FROM t',
    'INSERT INTO t VALUES (1)',
    'DROP TABLE gone',
  ])
    await engine.execute(statement(sql))
  const described = await engine.describeTables()
  expect(described.map(({ name, kind, fields }) => [name, kind, fields])).toEqual([
    ['t', 'table', [{ name: 'x', type: { kind: 'long' }, nullable: false }]],
    ['twice', 'view', [{ name: 'y', type: { kind: 'long' }, nullable: true }]],
  ])
})

test('a busy file is transient', async () => {
  const file = join(folder.path, 'busy.db')
  const holder = open({ file })
  const other = open({ file })
  await holder.execute(statement('CREATE TABLE t (id bigint)'))
  await other.execute(statement('PRAGMA busy_timeout = 10'))
  // Knex's own begin, on a connection that knows of no turn: as another process would hold the lock.
  const lock = await holder.knex.client.acquireConnection()
  lock.exec('BEGIN IMMEDIATE')
  try {
    await expect(other.execute(statement('INSERT INTO t VALUES (1)'))).rejects.toMatchObject({
      transient: true,
      sqlState: 'SQLITE_BUSY',
    })
  } finally {
    lock.exec('ROLLBACK')
    await holder.knex.client.releaseConnection(lock)
  }
  await other.execute(statement('INSERT INTO t VALUES (1)'))
})

test('a statement beside an open transaction is refused where it would wait for ever', async () => {
  const memory = open({ file: ':memory:' })
  await memory.execute(statement('CREATE TABLE t (id bigint)'))
  const file = open({ file: join(folder.path, 'beside.db') })
  await file.execute(statement('CREATE TABLE t (id bigint)'))
  const refused = { code: 'InvalidArgument', hint: expect.stringContaining('tx') }
  await memory.transaction(async () => {
    await expect(memory.query(statement('SELECT 1'))).rejects.toMatchObject(refused)
    // Another database is another matter.
    await file.execute(statement('INSERT INTO t VALUES (1)'))
  })
  await file.transaction(async () => {
    await expect(file.execute(statement('INSERT INTO t VALUES (2)'))).rejects.toMatchObject(refused)
    await expect(file.transaction(async () => {})).rejects.toMatchObject(refused)
    expect((await file.query(statement('SELECT id FROM t'))).rows).toEqual([[1n]])
  })
  await file.execute(statement('INSERT INTO t VALUES (3)'))
})

test('an in-memory database streams and keeps its tables', async () => {
  const engine = open({ file: ':memory:' })
  await engine.execute(statement('CREATE TABLE t (id bigint)'))
  await engine.execute(statement('INSERT INTO t VALUES (1), (2)'))
  for await (const batch of engine.stream(statement('SELECT id FROM t'))) {
    expect(batch).toEqual([[1n], [2n]])
    // The one connection is free between batches only because the rows were read at once.
    expect(batch).toHaveLength(2)
  }
  expect(await open({ file: ':memory:' }).listTables(undefined)).toEqual([])
})

test('an expression can raise', async () => {
  const engine = open({ file: ':memory:' })
  await expect(engine.query(statement(`SELECT millrace_raise('too large: 300')`))).rejects.toMatchObject({
    code: 'ValueOutOfRange',
    message: 'too large: 300',
  })
  expect(
    (await engine.query(statement(`SELECT CASE WHEN 1 = 1 THEN 'fine' ELSE millrace_raise('no') END`))).rows,
  ).toEqual([['fine']])
})

test('a failed deferred check at the commit rolls back and frees the connection', async () => {
  const engine = open({ file: join(folder.path, 'deferred.db'), pool: 1 })
  await engine.execute(statement('CREATE TABLE p (id bigint PRIMARY KEY)'))
  await engine.execute(statement('CREATE TABLE c (p_id bigint REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED)'))
  const failing = engine.transaction((transaction) => transaction.execute(statement('INSERT INTO c VALUES (7)')))
  await expect(failing).rejects.toMatchObject({ code: 'DatabaseError', sqlState: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
  expect((await engine.query(statement('SELECT count(*) FROM c'))).rows).toEqual([[0n]])
})

test('a view that reads a missing table does not stand in the way of an overwrite', async () => {
  const engine = open({ file: join(folder.path, 'broken-view.db') })
  await engine.execute(statement('CREATE VIEW broken AS SELECT * FROM gone'))
  await write(engine, 't', { id: 'long' }, 'SELECT 1 AS id')
  await write(engine, 't', { id: 'long' }, 'SELECT 2 AS id', { mode: 'overwrite' })
  expect((await engine.query(statement('SELECT id FROM t'))).rows).toEqual([[2n]])
})

test('dependents are exact: a view that only mentions the name is none', async () => {
  const engine = open({ file: join(folder.path, 'dependents.db') })
  for (const sql of [
    'CREATE TABLE t (id bigint)',
    'CREATE TABLE other (t bigint)',
    'CREATE VIEW mentions AS SELECT t FROM other',
    'CREATE VIEW "reads" AS SELECT id FROM t',
    'CREATE TRIGGER copies AFTER INSERT ON other BEGIN INSERT INTO t VALUES (new.t); END',
    'CREATE TABLE child (id bigint REFERENCES t (id) ON DELETE SET NULL)',
  ])
    await engine.execute(statement(sql))
  const dependents = await engine.transaction((transaction) =>
    engine.dependents({ schema: undefined, name: 't' }, transaction),
  )
  expect([...dependents.blockers].sort((a, b) => a.localeCompare(b))).toEqual([
    'foreign key of child',
    'trigger copies',
    'view reads',
  ])
  expect(dependents.refusals).toEqual(['the foreign key of child says ON DELETE SET NULL'])
  expect(await engine.listTables(undefined)).toContainEqual({ schema: 'main', name: 't', kind: 'table' })
})

test.each([
  ['INTEGER', 'long'],
  ['bigint', 'long'],
  ['INT', 'int'],
  ['smallint', 'short'],
  ['TINYINT(1)', 'byte'],
  ['Boolean', 'boolean'],
  ['FLOAT4', 'float'],
  ['REAL', 'double'],
  ['double  precision', 'double'],
  ['DECIMAL(12,2)', 'decimal(12,2)'],
  ['numeric( 5 )', 'decimal(5,0)'],
  ['NUMERIC', 'decimal(38,18)'],
  ['DECIMAL(99,2)', 'unknown (DECIMAL(99,2))'],
  ['varchar(20)', 'string'],
  ['CHARACTER VARYING (255)', 'string'],
  ['BLOB', 'binary'],
  ['DATE', 'date'],
  ['DATETIME', 'timestamp'],
  ['JSON TEXT', 'json'],
  ['', 'unknown (no declared type)'],
  ['GEOMETRY', 'unknown (GEOMETRY)'],
])('declared %s is read as %s', (declared, type) => {
  expect(formatType(declaredType(declared))).toBe(type)
})
