import { expect, test } from 'vitest'
import { col, Session, schema, UnknownColumn } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'

const Held = schema({
  at: 'int',
  i: 'int?',
  // Names of what SQLite's own functions give, and of what an engine might take for its own.
  value: 'array<long>?',
  key: 'array<string>?',
  p: 'array<boolean>?',
  x: 'array<double>?',
  b: 'array<binary>?',
  d: 'array<decimal(10,2)>?',
  t: 'array<timestamp>?',
  n: 'array<array<string>>?',
  m: 'map<string,double>?',
  k: 'map<long,string>?',
  r: 'struct<a:long,b:string>?',
  e: 'array<struct<x:int,y:array<date>>>?',
  j: 'json?',
})
const ODD = { $: 1, '$.a': 2, '': 3, 'a.b': 4, 'a"b': 5, 'a\\b': 6, '~/': 7, '0': 8, '*': 9, '[0]': 10, é: 11, n: null }
const ROWS = [
  {
    at: 0, i: 1,
    value: [1, null, 9007199254740991], key: ['', 'é "q"', null], p: [true, false], x: [0.5, 2], b: [new Uint8Array([0, 255])],
    d: ['12.50'], t: [new Date('2024-02-29T12:30:00.123Z')], n: [['a', null], [], null],
    m: new Map([['$.a', 1], ['a"b', 2.5], ['', 3]]), k: new Map([[7, 'seven']]), r: { a: 7, b: 'x' },
    e: [{ x: 1, y: ['2024-02-29', null] }, null], j: ODD,
  },
  { at: 1, i: null, value: [5], key: ['z'], p: [null], x: [1], b: [null], d: [null], t: [null], n: [null], m: new Map(), k: new Map(), r: { a: null, b: null }, e: [{ x: null, y: [] }], j: [10, { a: true }] },
  { at: 2, i: 0, value: null, key: null, p: null, x: null, b: null, d: null, t: null, n: null, m: null, k: null, r: null, e: null, j: null },
] // biome-ignore format: rows

onEveryEngine((database) => {
  const held = () => new Session(database.engine).createDataFrame(ROWS as never, Held as never)
  type Made = Record<string, unknown>
  const values = async (column: unknown): Promise<unknown[]> => {
    const rows = (await held()
      .orderBy('at' as never)
      .select((column as ReturnType<typeof col>).as('v') as never)
      .collect()) as unknown as Made[]
    return rows.map((row) => row.v)
  }

  test('an element of an array, of every type', async () => {
    expect(await values(col('value').getItem(0))).toStrictEqual([1, 5, null])
    expect(await values(col('key').getItem(0))).toStrictEqual(['', 'z', null])
    expect(await values(col('p').getItem(0))).toStrictEqual([true, null, null])
    expect(await values(col('x').getItem(0))).toStrictEqual([0.5, 1, null])
    expect(await values(col('b').getItem(0))).toStrictEqual([new Uint8Array([0, 255]), null, null])
    expect(await values(col('d').getItem(0))).toStrictEqual(['12.50', null, null])
    expect(await values(col('t').getItem(0))).toStrictEqual([new Date('2024-02-29T12:30:00.123Z'), null, null])
    expect(await values(col('n').getItem(0))).toStrictEqual([['a', null], null, null])
    expect(await values(col('e').getItem(0))).toStrictEqual([
      { x: 1, y: ['2024-02-29', null] },
      { x: null, y: [] },
      null,
    ])
  })

  test('by an index that is a column; NULL for a NULL index', async () => {
    expect(await values(col('key').getItem(col('i')))).toStrictEqual(['é "q"', null, null])
    expect(await values(col('value').getItem(col('i').minus(1)))).toStrictEqual([1, null, null])
  })

  test('an index out of range raises', async () => {
    await expect(values(col('value').getItem(1))).rejects.toThrow(/no element 1 in an array of 1/)
    await expect(values(col('n').getItem(3))).rejects.toThrow(/no element 3 in an array of 3/)
    await expect(values(col('key').getItem(-1))).rejects.toThrow(/no element -1/)
  })

  test('a value of a map; NULL for a key that it has not', async () => {
    expect(await values(col('m').getItem('$.a'))).toStrictEqual([1, null, null])
    expect(await values(col('m').getItem('a"b'))).toStrictEqual([2.5, null, null])
    expect(await values(col('m').getItem(''))).toStrictEqual([3, null, null])
    expect(await values(col('m').getItem('no'))).toStrictEqual([null, null, null])
    expect(await values(col('k').getItem(7))).toStrictEqual(['seven', null, null])
    expect(await values(col('k').getItem(col('i').plus(6)))).toStrictEqual(['seven', null, null])
  })

  test('a field of a struct, also deeper', async () => {
    expect(await values(col('r').getField('a'))).toStrictEqual([7, null, null])
    expect(await values(col('r').getItem('b'))).toStrictEqual(['x', null, null])
    expect(await values(col('e').getItem(0).getField('y'))).toStrictEqual([['2024-02-29', null], [], null])
    expect(await values(col('r').getField('a').plus(1))).toStrictEqual([8, null, null])
    await expect(values(col('r').getField('A'))).rejects.toThrow(UnknownColumn)
  })

  test('what a document has under a name, whatever the name, or in a place', async () => {
    for (const [name, value] of Object.entries(ODD)) {
      expect(await values(col('j').getField(name)), name).toStrictEqual([value, null, null])
    }
    expect(await values(col('j').getField('$.b'))).toStrictEqual([null, null, null])
    expect(await values(col('j').getItem(0))).toStrictEqual([null, 10, null])
    expect(await values(col('j').getItem(1).getField('a'))).toStrictEqual([null, true, null])
    expect(await values(col('j').getItem(9))).toStrictEqual([null, null, null])
    expect(await values(col('j').getField('n').isNull())).toStrictEqual([true, true, true])
  })

  test('a key of another kind is refused before any SQL', async () => {
    await expect(values(col('value').getItem('a'))).rejects.toThrow(/array<long> takes an index, from 0, not a string/)
    await expect(values(col('m').getItem(1))).rejects.toThrow(/takes a key of its own type/)
    await expect(values(col('r').getItem(0))).rejects.toThrow(/takes the name of a field/)
    await expect(values(col('j').getItem(-1))).rejects.toThrow(/takes a name, or a place from 0/)
    await expect(values(col('at').getItem(0))).rejects.toThrow(/getItem takes an array, a map, a struct or json/)
  })
})
