/** Writes whose rows find theirs by a key: new values for those that are there, the others beside them. */
import { expect, test } from 'vitest'
import { uses } from '../matrix/uses.ts'
import { onEveryEngine } from '../support/databases.ts'
import { type Row, stockOn } from './stock.ts'
import { run, tables } from './writing.ts'

onEveryEngine((database) => {
  const { found, session, stock } = stockOn(database)

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
