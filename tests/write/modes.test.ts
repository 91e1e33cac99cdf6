import { beforeEach, expect, test } from 'vitest'
import { onEveryEngine } from '../support/databases.ts'
import { rows, run, statement, tables, view, write } from './writing.ts'

const TYPES = { id: 'long', note: 'string?' }
const ONE = `SELECT 1 AS id, 'a' AS note`
const TWO = `SELECT 2 AS id, 'b' AS note UNION ALL SELECT 3, NULL`

onEveryEngine((database) => {
  beforeEach(async () => {
    const drop = (kind: string, name: string) => run(database, `DROP ${kind} IF EXISTS "${name}"`)
    for (const name of ['v2', 'v', 'total']) await drop('VIEW', name)
    for (const name of ['child', 't', 'other', 'audit', 'T']) await drop('TABLE', name)
  })

  test('error creates a table with the frame’s types, and refuses an existing one', async () => {
    const types = {
      a: 'boolean', b: 'short', c: 'int?', d: 'long', e: 'float?', f: 'double?', g: 'decimal(12,2)?', h: 'string?',
      i: 'binary?', j: 'date?', k: 'timestamp?', l: 'json?',
    } // biome-ignore format: one glance
    const boolean = database.dialect === 'sqlite' ? '1' : 'TRUE'
    const select = `SELECT ${boolean} AS a, 1 AS b, 2 AS c, 3 AS d, NULL AS e, NULL AS f, NULL AS g, NULL AS h, NULL AS i, NULL AS j, NULL AS k, NULL AS l`
    const result = await write(
      database.engine,
      't',
      types,
      database.dialect === 'sqlite'
        ? select
        : select.replaceAll(
            /NULL AS (\w)/g,
            (_, c) =>
              `NULL::${{ e: 'real', f: 'float8', g: 'numeric', h: 'text', i: 'bytea', j: 'date', k: 'timestamp', l: 'json' }[c as string]} AS ${c}`,
          ),
    )
    expect(result).toMatchObject({ rowsInserted: 1, rowsUpdated: 0, rowsDeleted: 0 })
    expect(result.durationMs).toBeGreaterThanOrEqual(0)
    const info = await database.engine.tableInfo({ schema: undefined, name: 't' })
    const read = Object.fromEntries(
      (info?.fields ?? []).map((f) => [
        f.name,
        `${f.type.kind === 'decimal' ? `decimal(${f.type.precision},${f.type.scale})` : f.type.kind}${f.nullable ? '?' : ''}`,
      ]),
    )
    expect(read).toEqual(types)
    await expect(write(database.engine, 't', TYPES, ONE)).rejects.toMatchObject({
      code: 'TableExists',
      hint: expect.stringContaining("mode: 'overwrite'"),
    })
    expect(await tables(database)).toEqual(['t'])
  })

  test('ignore writes once', async () => {
    expect(await write(database.engine, 't', TYPES, ONE, { mode: 'ignore' })).toMatchObject({ rowsInserted: 1 })
    expect(await write(database.engine, 't', TYPES, TWO, { mode: 'ignore' })).toMatchObject({ rowsInserted: 0 })
    expect(await rows(database, 'SELECT * FROM t')).toEqual([['1', 'a']])
  })

  test('append adds by name, whatever the order of the columns', async () => {
    await write(database.engine, 't', TYPES, ONE, { mode: 'append' })
    await write(database.engine, 't', { note: 'string?', id: 'int' }, `SELECT 'z' AS note, 9 AS id`, { mode: 'append' })
    expect(await rows(database, 'SELECT * FROM t ORDER BY id')).toEqual([
      ['1', 'a'],
      ['9', 'z'],
    ])
  })

  test('append of other columns fails, adds them or leaves them out', async () => {
    await write(database.engine, 't', TYPES, ONE)
    const types = { id: 'long', extra: 'double' }
    const select = 'SELECT 7 AS id, 1.5 AS extra'
    await expect(write(database.engine, 't', types, select, { mode: 'append' })).rejects.toMatchObject({
      code: 'SchemaChanged',
      message: expect.stringMatching(/only in the frame: "extra"; only in the table: "note"/),
    })
    await write(database.engine, 't', types, select, { mode: 'append', onSchemaChange: 'ignore' })
    expect(await rows(database, 'SELECT * FROM t ORDER BY id')).toEqual([
      ['1', 'a'],
      ['7', null],
    ])
    await write(database.engine, 't', types, select, { mode: 'append', onSchemaChange: 'append' })
    expect(await rows(database, 'SELECT * FROM t ORDER BY id, extra IS NULL')).toEqual([
      ['1', 'a', null],
      ['7', null, '1.5'],
      ['7', null, null],
    ])
  })

  test('append of a type that does not fit is refused before anything is written', async () => {
    await write(database.engine, 't', TYPES, ONE)
    const wrong = write(database.engine, 't', { id: 'string', note: 'string?' }, `SELECT 'x' AS id, 'y' AS note`, {
      mode: 'append',
      onSchemaChange: 'append',
    })
    await expect(wrong).rejects.toMatchObject({
      code: 'SchemaChanged',
      message: expect.stringContaining('"id" is long in the table and string in the frame'),
    })
    expect(await rows(database, 'SELECT count(*) FROM t')).toEqual([['1']])
  })

  test('overwrite swaps: other columns, rows counted, nothing left behind', async () => {
    await write(database.engine, 't', TYPES, TWO)
    const result = await write(database.engine, 't', { day: 'string' }, `SELECT 'mon' AS day`, { mode: 'overwrite' })
    expect(result).toMatchObject({ rowsInserted: 1, rowsDeleted: 2 })
    expect(await rows(database, 'SELECT * FROM t')).toEqual([['mon']])
    expect(await tables(database)).toEqual(['t'])
  })

  test('a frame may be written over a table that it reads', async () => {
    await write(database.engine, 't', TYPES, TWO)
    await write(database.engine, 't', TYPES, 'SELECT id * 10 AS id, note FROM t', { mode: 'overwrite' })
    await write(database.engine, 't', TYPES, 'SELECT id + 1 AS id, note FROM t', { mode: 'append' })
    await view(database.engine, 'v', TYPES, 'SELECT * FROM t')
    await write(database.engine, 't', TYPES, 'SELECT id, note FROM t WHERE id > 20', { mode: 'overwrite' })
    expect(await rows(database, 'SELECT id FROM t ORDER BY id')).toEqual([['21'], ['30'], ['31']])
  })

  test('indexes and keys survive an overwrite, under their names where they have one', async () => {
    await run(
      database,
      'CREATE TABLE t (id bigint PRIMARY KEY, note text, UNIQUE (note))',
      'CREATE INDEX by_note ON t (note, id)',
    )
    await write(database.engine, 't', TYPES, TWO, { mode: 'overwrite', indexes: [['id']] })
    await write(database.engine, 't', TYPES, TWO, { mode: 'overwrite', indexes: [['id']] })
    const found = {
      sqlite: {
        sql: `SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name`,
        names: ['by_note', 't__id__idx', 't_key', 't_key2'],
      },
      postgres: {
        sql: `SELECT indexname FROM pg_indexes WHERE tablename = 't' ORDER BY 1`,
        names: ['by_note', 't__id__idx', 't_note_key', 't_pkey'],
      },
      duckdb: {
        sql: `SELECT index_name FROM duckdb_indexes() UNION ALL
          SELECT constraint_text FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'`,
        names: ['PRIMARY KEY(id)', 'by_note', 't__id__idx', 't_note_key'],
      },
    }[database.dialect]
    expect((await rows(database, found.sql)).flat().sort()).toEqual(found.names)
    await expect(
      write(database.engine, 't', TYPES, 'SELECT 5 AS id, NULL AS note UNION ALL SELECT 5, NULL', {
        mode: 'overwrite',
      }),
    ).rejects.toThrow(/unique/i)
    expect(await rows(database, 'SELECT id FROM t ORDER BY id')).toEqual([['2'], ['3']])
  })

  test('an index whose column goes is a reason, not a loss', async () => {
    await write(database.engine, 't', TYPES, TWO, { indexes: [['note']] })
    await expect(
      write(database.engine, 't', { id: 'long' }, 'SELECT 1 AS id', { mode: 'overwrite' }),
    ).rejects.toMatchObject({
      code: 'WriteBlocked',
      hint: expect.stringContaining('CREATE INDEX'),
    })
    expect(await rows(database, 'SELECT id FROM t ORDER BY id')).toEqual([['2'], ['3']])
  })

  test('under a view the rows are replaced; other columns are refused with the view’s name', async () => {
    await write(database.engine, 't', TYPES, TWO, { indexes: [['id']] })
    await run(database, 'CREATE VIEW total AS SELECT count(*) AS n FROM t')
    expect(await write(database.engine, 't', TYPES, ONE, { mode: 'overwrite' })).toMatchObject({
      rowsInserted: 1,
      rowsDeleted: 2,
    })
    expect(await rows(database, 'SELECT * FROM total')).toEqual([['1']])
    await expect(
      write(database.engine, 't', { id: 'long' }, 'SELECT 1 AS id', { mode: 'overwrite' }),
    ).rejects.toMatchObject({
      code: 'WriteBlocked',
      message: expect.stringMatching(/view total.*only in the table: "note"/),
    })
    expect(await tables(database)).toEqual(['t', 'total'])
  })

  test('a foreign key that points to the table: rows may come back, must not vanish, and are never cascaded', async () => {
    await run(database, 'CREATE TABLE t (id bigint PRIMARY KEY, note text)', `INSERT INTO t VALUES (1, 'a'), (2, 'b')`)
    await run(database, 'CREATE TABLE child (t_id bigint REFERENCES t (id))', 'INSERT INTO child VALUES (1)')
    const same = () => write(database.engine, 't', TYPES, `SELECT 1 AS id, 'new' AS note`, { mode: 'overwrite' })
    if (database.dialect === 'duckdb') {
      // It checks each row at once, so that not even the same key may come back; and knows no CASCADE.
      await expect(same()).rejects.toMatchObject({
        code: 'WriteBlocked',
        message: expect.stringContaining('foreign key'),
      })
      expect(await rows(database, 'SELECT * FROM t ORDER BY id')).toEqual([
        ['1', 'a'],
        ['2', 'b'],
      ])
      await run(database, 'DELETE FROM child')
      expect(await same()).toMatchObject({ rowsDeleted: 2, rowsInserted: 1 })
      expect(await tables(database)).toEqual(['child', 't'])
      return
    }
    expect(await same()).toMatchObject({ rowsDeleted: 2, rowsInserted: 1 })
    await expect(
      write(database.engine, 't', TYPES, `SELECT 5 AS id, 'x' AS note`, { mode: 'overwrite' }),
    ).rejects.toMatchObject({
      code: 'WriteBlocked',
      message: expect.stringContaining('foreign key'),
    })
    expect(await rows(database, 'SELECT * FROM t')).toEqual([['1', 'new']])
    await run(
      database,
      'DROP TABLE child',
      'CREATE TABLE child (t_id bigint REFERENCES t (id) ON DELETE CASCADE)',
      'INSERT INTO child VALUES (1)',
    )
    await expect(
      write(database.engine, 't', TYPES, `SELECT 1 AS id, 'z' AS note`, { mode: 'overwrite' }),
    ).rejects.toMatchObject({
      code: 'WriteBlocked',
      message: expect.stringContaining('ON DELETE CASCADE'),
    })
    expect(await rows(database, 'SELECT count(*) FROM child')).toEqual([['1']])
  })

  test('bindings travel, also with a question mark in a name', async () => {
    const text =
      database.dialect === 'sqlite'
        ? statement('SELECT ? AS "wh?t $1", ? AS id', 'it', 4n)
        : statement('SELECT $1::text AS "wh?t $1", $2::bigint AS id', 'it', 4n)
    await write(database.engine, 't', { 'wh?t $1': 'string', id: 'long' }, text, { mode: 'overwrite' })
    expect(await rows(database, 'SELECT "wh?t $1", id FROM t')).toEqual([['it', '4']])
  })

  test('names made of anything survive', async () => {
    const name = `it's "quoted" [x] ?;-- ${'🙂'}.a as b`
    const column = `"; DROP TABLE t; -- ?`
    await write(database.engine, name, { [column]: 'int' }, 'SELECT 1', { indexes: [[column]] })
    await write(database.engine, name, { [column]: 'int' }, 'SELECT 2', { mode: 'overwrite' })
    expect(await tables(database)).toContain(name)
    expect((await database.engine.tableInfo({ schema: undefined, name }))?.fields[0]?.name).toBe(column)
    await run(database, `DROP TABLE "${name.replaceAll('"', '""')}"`)
  })

  test('names that the engine cannot hold are refused before any SQL', async () => {
    const refused = (table: string, types: Record<string, string> = TYPES) =>
      expect(write(database.engine, table, types, 'no SQL at all')).rejects.toMatchObject({ code: 'InvalidName' })
    await refused('')
    await refused('a\0b')
    await refused('t', { '': 'int' })
    if (database.dialect === 'postgres') await refused('ä'.repeat(32))
    else await refused('t', { id: 'int', ID: 'int' })
  })

  test('a failing query leaves nothing', async () => {
    await write(database.engine, 't', TYPES, ONE)
    const failing = 'SELECT id, note FROM missing'
    await expect(write(database.engine, 't', TYPES, failing, { mode: 'overwrite' })).rejects.toMatchObject({
      code: 'DatabaseError',
    })
    await expect(write(database.engine, 'other', TYPES, failing)).rejects.toMatchObject({ code: 'DatabaseError' })
    expect(await tables(database)).toEqual(['t'])
    expect(await rows(database, 'SELECT * FROM t')).toEqual([['1', 'a']])
  })

  test('in a transaction of the caller a failed write undoes itself alone, or all of it', async () => {
    if (database.dialect === 'duckdb') {
      // Without savepoints what failed half-way takes the transaction with it; what was refused before a change does not.
      const both = database.engine.transaction(async (transaction) => {
        await write(database.engine, 't', TYPES, ONE, { transaction })
        await expect(write(database.engine, 't', TYPES, ONE, { transaction })).rejects.toMatchObject({
          code: 'TableExists',
        })
        await write(database.engine, 't', TYPES, TWO, { transaction, mode: 'append' })
      })
      await both
      expect(await rows(database, 'SELECT count(*) FROM t')).toEqual([['3']])
      const failing = database.engine.transaction(async (transaction) => {
        await write(database.engine, 't', TYPES, ONE, { transaction, mode: 'append' })
        const lost = write(database.engine, 'other', TYPES, 'SELECT x FROM missing', { transaction })
        await expect(lost).rejects.toMatchObject({ code: 'DatabaseError' })
      })
      await expect(failing).rejects.toMatchObject({ message: expect.stringContaining('missing') })
      expect(await rows(database, 'SELECT count(*) FROM t')).toEqual([['3']])
      expect(await tables(database)).toEqual(['t'])
      return
    }
    await database.engine.transaction(async (transaction) => {
      await write(database.engine, 't', TYPES, ONE, { transaction })
      await expect(write(database.engine, 't', TYPES, ONE, { transaction })).rejects.toMatchObject({
        code: 'TableExists',
      })
      await expect(write(database.engine, 'other', TYPES, 'SELECT x FROM missing', { transaction })).rejects.toThrow()
      await write(database.engine, 't', TYPES, TWO, { transaction, mode: 'append' })
    })
    expect(await rows(database, 'SELECT count(*) FROM t')).toEqual([['3']])
    expect(await tables(database)).toEqual(['t'])
  })

  test('many writers of one table at once: each waits for the others', async () => {
    const numbers = [1, 2, 3, 4, 5, 6]
    await Promise.all(
      numbers.map((n) => write(database.engine, 't', TYPES, `SELECT ${n} AS id, 'x' AS note`, { mode: 'append' })),
    )
    await Promise.all(
      numbers.map((n) =>
        write(database.engine, 'other', TYPES, `SELECT ${n} AS id, 'x' AS note`, { mode: 'overwrite' }),
      ),
    )
    expect(await rows(database, 'SELECT count(*) FROM t')).toEqual([['6']])
    expect(await rows(database, 'SELECT count(*) FROM other')).toEqual([['1']])
  })

  test('an index of an unknown column is refused with the nearest name', async () => {
    await expect(write(database.engine, 't', TYPES, ONE, { indexes: [['note', 'idd']] })).rejects.toMatchObject({
      code: 'UnknownColumn',
      hint: expect.stringContaining('"id"'),
    })
  })
})
