/** Writes that take out old rows for new ones, by a key or a condition; and what holds for all that bring both together. */
import { describe, expect, test } from 'vitest'
import { col, count, rowNumber, schema, Window } from '../../src/index.ts'
import { uses } from '../matrix/uses.ts'
import { onEveryEngine } from '../support/databases.ts'
import { type Row, Stock, stockOn } from './stock.ts'
import { run, tables } from './writing.ts'

onEveryEngine((database) => {
  const { found, session, stock } = stockOn(database)

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
