/** Writes that bring new rows and old ones together: merge, deleteInsert, replaceWhere. */
import { beforeEach, describe, expect, test } from 'vitest'
import { col, count, rowNumber, Session, schema, Window } from '../../src/index.ts'
import { uses } from '../matrix/uses.ts'
import { onEveryEngine } from '../support/databases.ts'
import { rows, run, tables } from './writing.ts'

const Stock = schema({ id: 'long?', region: 'string?', qty: 'long?' })
type Row = [id: number | null, region: string | null, qty: number | null]

onEveryEngine((database) => {
  const session = () => new Session(database.engine)
  const stock = (...all: Row[]) =>
    session().createDataFrame(
      all.map(([id, region, qty]) => ({ id, region, qty })),
      Stock,
    )
  const found = (sql = 'SELECT id, region, qty FROM t ORDER BY id, region') => rows(database, sql)

  beforeEach(async () => {
    await run(database, 'DROP VIEW IF EXISTS total')
    for (const name of ['child', 't']) await run(database, `DROP TABLE IF EXISTS ${name}`)
  })

  describe('merge', () => {
    const merge = (frame: ReturnType<typeof stock>, options = {}) => {
      uses('write merge')
      return frame.write('t', { mode: 'merge', key: 'id', ...options })
    }

    test('updates rows whose key is there, inserts the others, and counts both', async () => {
      expect(await merge(stock([1, 'n', 5], [2, 's', 6]))).toMatchObject({ rowsInserted: 2, rowsUpdated: 0 })
      expect(await merge(stock([2, 'w', 60], [3, null, 7]))).toMatchObject({
        rowsInserted: 1,
        rowsUpdated: 1,
        rowsDeleted: 0,
      })
      expect(await found()).toEqual([
        ['1', 'n', '5'],
        ['2', 'w', '60'],
        ['3', null, '7'],
      ])
      expect(await tables(database)).toEqual(['t'])
    })

    test('the same rows once more change nothing', async () => {
      const frame = stock([1, 'n', 5], [2, 's', 6])
      await merge(frame)
      expect(await merge(frame)).toMatchObject({ rowsInserted: 0, rowsUpdated: 2 })
      expect(await found()).toEqual([
        ['1', 'n', '5'],
        ['2', 's', '6'],
      ])
    })

    test('no rows at all', async () => {
      await merge(stock())
      expect(await merge(stock())).toMatchObject({ rowsInserted: 0, rowsUpdated: 0 })
      expect(await merge(stock([1, 'n', 5]))).toMatchObject({ rowsInserted: 1 })
    })

    test('update says which columns get new values; none leaves the rows that are there', async () => {
      await merge(stock([1, 'n', 5]))
      expect(await merge(stock([1, 'x', 6], [2, 'y', 7]), { update: ['qty'] })).toMatchObject({
        rowsInserted: 1,
        rowsUpdated: 1,
      })
      expect(await merge(stock([1, 'z', 0], [3, 'z', 0]), { update: [] })).toMatchObject({
        rowsInserted: 1,
        rowsUpdated: 0,
      })
      expect(await found()).toEqual([
        ['1', 'n', '6'],
        ['2', 'y', '7'],
        ['3', 'z', '0'],
      ])
    })

    test('a key of two columns', async () => {
      const write = (...all: Row[]) => stock(...all).write('t', { mode: 'merge', key: ['id', 'region'] })
      await write([1, 'n', 1], [1, 's', 2])
      expect(await write([1, 's', 20], [2, 's', 3])).toMatchObject({ rowsInserted: 1, rowsUpdated: 1 })
      expect(await found()).toEqual([
        ['1', 'n', '1'],
        ['1', 's', '20'],
        ['2', 's', '3'],
      ])
    })

    test('columns of nothing but the key', async () => {
      const write = (...ids: number[]) =>
        session()
          .createDataFrame(ids.map((id) => ({ id })))
          .write('t', { mode: 'merge', key: 'id' })
      await write(1, 2)
      expect(await write(2, 3)).toMatchObject({ rowsInserted: 1, rowsUpdated: 0 })
      expect(await found('SELECT id FROM t ORDER BY id')).toEqual([['1'], ['2'], ['3']])
    })

    test('a key twice in the new rows is an error that names it, in the first write and later', async () => {
      const twice = stock([7, 'n', 1], [7, 's', 2], [8, 'n', 1], [8, 'n', 1])
      for (const old of [false, true]) {
        if (old) await merge(stock([1, 'n', 5]))
        await expect(merge(twice)).rejects.toMatchObject({
          code: 'DuplicateKey',
          message: expect.stringContaining('id = 7 in 2 rows, and 1 more'),
        })
        expect(await tables(database)).toEqual(old ? ['t'] : [])
      }
      expect(await found()).toEqual([['1', 'n', '5']])
    })

    test('dedupeBy says which of them counts; equal rows are one', async () => {
      await merge(stock([1, 'old', 0]))
      const several = stock([1, 'a', 1], [1, 'b', 3], [1, 'c', 2], [2, 'd', 9], [2, 'd', 9])
      const options = { dedupeBy: (c: { qty: { desc(): unknown } }) => c.qty.desc() }
      expect(await merge(several, options)).toMatchObject({ rowsInserted: 1, rowsUpdated: 1 })
      expect(await found()).toEqual([
        ['1', 'b', '3'],
        ['2', 'd', '9'],
      ])
      await expect(merge(stock([1, 'a', 1], [1, 'b', 1]), options)).rejects.toMatchObject({
        code: 'DuplicateKey',
        hint: expect.stringContaining('dedupeBy does not say'),
      })
    })

    test('NULL in a key is an error, in the first write and later', async () => {
      for (const old of [false, true]) {
        if (old) await merge(stock([1, 'n', 5]))
        await expect(merge(stock([null, 'n', 1], [2, 's', 1]))).rejects.toMatchObject({
          code: 'NullKey',
          message: expect.stringContaining('"id" is NULL in 1 row'),
        })
        const both = stock([null, 'n', 1], [3, null, 1], [4, null, 1])
        if (!old) {
          await expect(both.write('t', { mode: 'merge', key: ['id', 'region'] })).rejects.toMatchObject({
            message: expect.stringContaining('"id" is NULL in 1 row, "region" is NULL in 2 rows'),
          })
        }
      }
      expect(await found()).toEqual([['1', 'n', '5']])
    })

    test('a table without a unique index is refused with the DDL, which makes it work', async () => {
      await stock([1, 'n', 5]).write('t', { indexes: ['id'] })
      const refused = await merge(stock([1, 'x', 6])).catch((error: unknown) => error as { code: string; hint: string })
      expect(refused).toMatchObject({ code: 'NoUniqueIndex' })
      const ddl = /CREATE UNIQUE INDEX .*$/.exec((refused as { hint: string }).hint)?.[0] ?? ''
      await run(database, ddl)
      expect(await merge(stock([1, 'x', 6]))).toMatchObject({ rowsUpdated: 1 })
    })

    test('a primary key or a unique constraint will do, an index of more columns will not', async () => {
      await run(database, 'CREATE TABLE t (id bigint PRIMARY KEY, region text, qty bigint, UNIQUE (qty, region))')
      expect(await merge(stock([1, 'x', 6]))).toMatchObject({ rowsInserted: 1 })
      const byRegion = stock([1, 'x', 6]).write('t', { mode: 'merge', key: ['region', 'qty'], update: [] })
      expect(await byRegion).toMatchObject({ rowsInserted: 0 })
      await expect(stock([1, 'x', 6]).write('t', { mode: 'merge', key: 'region' })).rejects.toMatchObject({
        code: 'NoUniqueIndex',
      })
    })

    test('other indexes, on columns that change too, follow', async () => {
      await run(
        database,
        'CREATE TABLE t (id bigint, region text, qty bigint UNIQUE)',
        'CREATE UNIQUE INDEX k ON t (id)',
        'CREATE INDEX by_region ON t (region)',
      )
      await merge(stock([1, 'n', 5], [2, 's', 6]))
      await merge(stock([1, 'w', 50], [3, 's', 5]))
      await merge(stock([1, 'e', 51], [3, 'w', 50]))
      expect(await found()).toEqual([
        ['1', 'e', '51'],
        ['2', 's', '6'],
        ['3', 'w', '50'],
      ])
      expect(await found("SELECT id FROM t WHERE region = 'w'")).toEqual([['3']])
      expect(await merge(stock([3, 'zz', 52], [4, 'n', 53]), { update: ['qty'] })).toMatchObject({
        rowsInserted: 1,
        rowsUpdated: 1,
      })
      expect(await merge(stock([3, 'zz', 0], [5, 'n', 54]), { update: [] })).toMatchObject({
        rowsInserted: 1,
        rowsUpdated: 0,
      })
      expect(await found('SELECT region, qty FROM t WHERE id > 2 ORDER BY id')).toEqual([
        ['w', '52'],
        ['n', '53'],
        ['n', '54'],
      ])

      await expect(merge(stock([6, 'n', 51]))).rejects.toThrow(/unique/i)
      expect(await found('SELECT count(*) FROM t')).toEqual([['5']])
    })

    test('the unique index survives an overwrite', async () => {
      await merge(stock([1, 'n', 5]))
      await stock([2, 'n', 5]).write('t', { mode: 'overwrite' })
      expect(await merge(stock([2, 'x', 6]))).toMatchObject({ rowsUpdated: 1 })
    })

    test('below a view, and with rows that a foreign key points to', async () => {
      await merge(stock([1, 'n', 5]))
      await run(database, 'CREATE VIEW total AS SELECT sum(qty) AS qty FROM t')
      if (database.dialect !== 'duckdb')
        await run(database, 'CREATE TABLE child (t_id bigint REFERENCES t (id))', 'INSERT INTO child VALUES (1)')
      expect(await merge(stock([1, 'n', 50], [2, 's', 6]))).toMatchObject({ rowsInserted: 1, rowsUpdated: 1 })
      expect(await found('SELECT qty FROM total')).toEqual([['56']])
    })
  })

  describe('deleteInsert', () => {
    const deleteInsert = (frame: ReturnType<typeof stock>, options = {}) => {
      uses('write deleteInsert')
      return frame.write('t', { mode: 'deleteInsert', key: 'region', ...options })
    }

    test('replaces the rows of the keys that come, however many they are', async () => {
      expect(await deleteInsert(stock([1, 'n', 1], [2, 'n', 2], [3, 's', 3]))).toMatchObject({ rowsInserted: 3 })
      expect(await deleteInsert(stock([9, 'n', 9], [8, 'w', 8]))).toMatchObject({
        rowsInserted: 2,
        rowsUpdated: 0,
        rowsDeleted: 2,
      })
      expect(await found()).toEqual([
        ['3', 's', '3'],
        ['8', 'w', '8'],
        ['9', 'n', '9'],
      ])
      expect(await tables(database)).toEqual(['t'])
    })

    test('a key of two columns', async () => {
      const write = (...all: Row[]) => stock(...all).write('t', { mode: 'deleteInsert', key: ['id', 'region'] })
      await write([1, 'n', 1], [1, 's', 2])
      expect(await write([1, 's', 20])).toMatchObject({ rowsInserted: 1, rowsDeleted: 1 })
      expect(await found()).toEqual([
        ['1', 'n', '1'],
        ['1', 's', '20'],
      ])
    })

    test('NULL in a key is an error', async () => {
      await deleteInsert(stock([1, 'n', 1]))
      await expect(deleteInsert(stock([2, null, 1]))).rejects.toMatchObject({ code: 'NullKey' })
      expect(await found()).toEqual([['1', 'n', '1']])
    })

    test('a row of a unique key comes back in the same write', async () => {
      await run(database, 'CREATE TABLE t (id bigint PRIMARY KEY, region text UNIQUE, qty bigint)')
      await deleteInsert(stock([1, 'n', 1], [2, 's', 2]))
      expect(await deleteInsert(stock([1, 'n', 10], [3, 'w', 3]))).toMatchObject({ rowsInserted: 2, rowsDeleted: 1 })
      expect(await found()).toEqual([
        ['1', 'n', '10'],
        ['2', 's', '2'],
        ['3', 'w', '3'],
      ])
    })

    test('foreign keys: rows may come back, must not vanish, and are never cascaded', async () => {
      await run(database, 'CREATE TABLE t (id bigint PRIMARY KEY, region text, qty bigint)')
      await run(database, "INSERT INTO t VALUES (1, 'n', 1), (2, 's', 2)")
      await run(database, 'CREATE TABLE child (t_id bigint REFERENCES t (id))', 'INSERT INTO child VALUES (1)')
      const gone = expect(deleteInsert(stock([5, 'n', 5]))).rejects
      await gone.toMatchObject({ code: 'WriteBlocked', message: expect.stringContaining('foreign key') })
      expect(await found()).toEqual([
        ['1', 'n', '1'],
        ['2', 's', '2'],
      ])
      expect(await deleteInsert(stock([5, 's', 5]))).toMatchObject({ rowsDeleted: 1 })
      if (database.dialect === 'duckdb') return
      expect(await deleteInsert(stock([1, 'n', 10]))).toMatchObject({ rowsDeleted: 1, rowsInserted: 1 })
      await run(database, 'DROP TABLE child', 'CREATE TABLE child (t_id bigint REFERENCES t (id) ON DELETE CASCADE)')
      await expect(deleteInsert(stock([1, 'n', 11]))).rejects.toMatchObject({
        code: 'WriteBlocked',
        message: expect.stringContaining('CASCADE'),
      })
    })
  })

  describe('replaceWhere', () => {
    const replace = (frame: ReturnType<typeof stock>, where: unknown) => {
      uses('write replaceWhere')
      return frame.write('t', { mode: 'replaceWhere', where: where as never })
    }
    type C = { [K in 'id' | 'qty' | 'region']: ReturnType<typeof col> }

    test('replaces the rows that the condition selects, also by none', async () => {
      expect(await replace(stock([1, 'n', 1], [2, 'n', 2], [3, 'n', 3]), (c: C) => c.region.eq('n'))).toMatchObject({
        rowsInserted: 3,
        rowsDeleted: 0,
      })
      await stock([4, 's', 4], [5, null, 5]).write('t', { mode: 'append' })
      const late = (c: C) => c.region.eq('n').and(c.qty.gte(2))
      expect(await replace(stock([2, 'n', 20]), late)).toMatchObject({ rowsInserted: 1, rowsDeleted: 2 })
      expect(await found()).toEqual([
        ['1', 'n', '1'],
        ['2', 'n', '20'],
        ['4', 's', '4'],
        ['5', null, '5'],
      ])
      expect(await replace(stock(), (c: C) => c.qty.isin([1, 4]))).toMatchObject({ rowsInserted: 0, rowsDeleted: 2 })
      expect(await found('SELECT id FROM t ORDER BY id')).toEqual([['2'], ['5']])
    })

    test('new rows that do not satisfy it, or nobody knows, are an error', async () => {
      for (const old of [false, true]) {
        if (old) await stock([1, 'n', 1]).write('t')
        await expect(
          replace(stock([1, 'n', 1], [2, 's', 2], [3, null, 3]), (c: C) => c.region.eq('n')),
        ).rejects.toMatchObject({
          code: 'RowsOutsideCondition',
          message: expect.stringMatching(/^2 rows for .* do not/),
        })
        expect(await tables(database)).toEqual(old ? ['t'] : [])
      }
      expect(await found()).toEqual([['1', 'n', '1']])
    })

    test('values are bindings, names are quoted, whatever they hold', async () => {
      const nasty = `it's ? $1 "x" \\? --`
      const frame = (value: string) => session().createDataFrame([{ 'a"?b': value, n: 1 }])
      const where = (c: Record<string, ReturnType<typeof col>>) => c['a"?b']?.eq(nasty)
      const write = (value: string) => frame(value).write('t', { mode: 'replaceWhere', where: where as never })
      expect(await write(nasty)).toMatchObject({ rowsInserted: 1 })
      expect(await write(nasty)).toMatchObject({ rowsInserted: 1, rowsDeleted: 1 })
      await expect(write('another')).rejects.toMatchObject({ code: 'RowsOutsideCondition' })
    })

    test('the condition’s values take the types of the columns', async () => {
      const day = (id: number, on: string) => ({ id, on, at: new Date(`${on}T12:00:00Z`) })
      const frame = (...all: ReturnType<typeof day>[]) =>
        session().createDataFrame(all, schema({ id: 'long', on: 'date', at: 'timestamp' }))
      await frame(day(1, '2024-05-09'), day(2, '2024-05-10')).write('t')
      const result = await frame(day(3, '2024-05-10')).write('t', {
        mode: 'replaceWhere',
        where: (c) => c.on.eq('2024-05-10').and(c.at.lt(new Date('2024-05-11T00:00:00Z'))),
      })
      expect(result).toMatchObject({ rowsInserted: 1, rowsDeleted: 1 })
      expect(await found('SELECT id FROM t ORDER BY id')).toEqual([['1'], ['3']])
    })

    test('a condition that a row alone cannot answer is refused before any SQL', async () => {
      for (const where of [
        () => count().gt(1),
        () =>
          rowNumber()
            .over(Window.orderBy(col('id')))
            .eq(1),
      ])
        await expect(replace(stock([1, 'n', 1]), where)).rejects.toMatchObject({
          name: expect.stringMatching(/InvalidArgument|Misplaced/),
        })
      await expect(replace(stock([1, 'n', 1]), (c: C & { regio: C['id'] }) => c.regio.eq('n'))).rejects.toMatchObject({
        code: 'UnknownColumn',
        hint: expect.stringContaining('region'),
      })
      expect(await tables(database)).toEqual([])
    })
  })

  describe('all of them', () => {
    const ways = {
      merge: { mode: 'merge', key: 'id' },
      deleteInsert: { mode: 'deleteInsert', key: 'id' },
      replaceWhere: { mode: 'replaceWhere', where: () => col<number>('id').gte(2) },
    } as const

    for (const [name, way] of Object.entries(ways)) {
      test(`${name}: a frame may read its target`, async () => {
        await stock([1, 'n', 1], [2, 's', 2], [3, 'w', 3]).write('t', ways.merge)
        const target = session().table('t', Stock)
        const changed = target.filter((t) => t.id.gte(2)).withColumn('qty', (t) => t.qty.times(10))
        await changed.write('t', way as typeof ways.merge)
        expect(await found()).toEqual([
          ['1', 'n', '1'],
          ['2', 's', '20'],
          ['3', 'w', '30'],
        ])
      })

      test(`${name}: columns meet by name; others fail, are added or left out`, async () => {
        await stock([1, 'n', 1], [2, 's', 2]).write('t', ways.merge)
        const other = () => session().createDataFrame([{ note: 'x', qty: 20, id: 2 }])
        const write = (onSchemaChange?: 'append' | 'ignore') =>
          other().write('t', { ...(way as typeof ways.merge), ...(onSchemaChange && { onSchemaChange }) })
        await expect(write()).rejects.toMatchObject({
          code: 'SchemaChanged',
          message: expect.stringMatching(/only in the frame: "note"; only in the table: "region"/),
        })
        const region = name === 'merge' ? 's' : null
        await write('ignore')
        expect(await found()).toEqual([
          ['1', 'n', '1'],
          ['2', region, '20'],
        ])
        await write('append')
        expect(await found('SELECT id, note FROM t ORDER BY id')).toEqual([
          ['1', null],
          ['2', 'x'],
        ])
        await write('append')
        expect(await found()).toEqual([
          ['1', 'n', '1'],
          ['2', region, '20'],
        ])
      })

      test(`${name}: a statement that fails leaves everything as it was`, async () => {
        await run(database, 'CREATE TABLE t (id bigint PRIMARY KEY, region text NOT NULL, qty bigint)')
        await stock([2, 's', 2]).write('t', { mode: 'append' })
        await expect(stock([3, 'w', 3], [2, null, 2]).write('t', way as typeof ways.merge)).rejects.toThrow(/null/i)
        expect(await found()).toEqual([['2', 's', '2']])
        expect(await tables(database)).toEqual(['t'])
      })

      test(`${name}: in a transaction with others, all or nothing`, async () => {
        await stock([1, 'n', 1]).write('t', ways.merge)
        const frame = stock([2, 's', 2])
        await expect(
          session().transaction(async (tx) => {
            await tx.createDataFrame([{ id: 2, region: 's', qty: 2 }]).write('t', way as never)
            throw new Error('changed my mind')
          }),
        ).rejects.toThrow('changed my mind')
        expect(await found()).toEqual([['1', 'n', '1']])
        await frame.write('t', way as typeof ways.merge)
        expect(await found('SELECT count(*) FROM t')).toEqual([['2']])
      })

      test(`${name}: not into a view`, async () => {
        await run(database, 'CREATE VIEW total AS SELECT 1 AS id')
        await expect(stock([2, 's', 2]).write('total', way as typeof ways.merge)).rejects.toMatchObject({
          code: 'WriteBlocked',
        })
      })
    }

    test('options are checked before any SQL', async () => {
      const frame = stock([1, 'n', 1])
      const wrong: readonly [options: object, code: string, message: RegExp][] = [
        [{ mode: 'merge' }, 'InvalidArgument', /mode 'merge' needs key/],
        [{ mode: 'replaceWhere' }, 'InvalidArgument', /needs where/],
        [{ mode: 'merge', key: [] }, 'InvalidArgument', /needs a key/],
        [{ mode: 'merge', key: 'idd' }, 'UnknownColumn', /"idd"/],
        [{ mode: 'merge', key: 'id', update: ['qyt'] }, 'UnknownColumn', /"qyt"/],
        [{ mode: 'merge', key: 'id', update: ['id'] }, 'InvalidArgument', /"id" is of the key/],
        [{ mode: 'append', key: 'id' }, 'InvalidArgument', /key belongs to mode 'merge', 'deleteInsert'/],
        [{ mode: 'deleteInsert', key: 'id', update: ['qty'] }, 'InvalidArgument', /update belongs to mode 'merge'/],
        [{ mode: 'merge', kei: 'id' }, 'InvalidArgument', /no option "kei"/],
        [{ mode: 'upsert', key: 'id' }, 'InvalidArgument', /mode is the string 'upsert'/],
        [{ mode: 'replaceWhere', where: 'id > 1' }, 'InvalidArgument', /takes a condition/],
      ]
      for (const [options, code, message] of wrong)
        await expect(frame.write('t', options as never)).rejects.toMatchObject({
          code,
          message: expect.stringMatching(message),
        })
      expect(await tables(database)).toEqual([])
    })
  })
})
