import { expect, test } from 'vitest'
import { max, Session, schema } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'

const Lists = schema({
  at: 'int',
  l: 'array<long>?',
  s: 'array<string>?',
  d: 'array<date>?',
  p: 'array<boolean>?',
  x: 'array<double>?',
  m: 'array<decimal(10,2)>?',
  t: 'array<timestamp>?',
  b: 'array<binary>?',
})
const ROWS = [
  { at: 0, l: [1, null, -9007199254740991], s: ['', 'a "b"', '{,}', '\\', 'NULL', null, '😀'], d: ['2024-02-29' as never], p: [true, null, false], x: [0.1, 1, -0, Number.POSITIVE_INFINITY], m: ['12.50' as never, null], t: [new Date('2024-02-29T12:30:00.123Z')], b: [new Uint8Array([0, 255]), new Uint8Array()] },
  { at: 1, l: [], s: [], d: [], p: [], x: [], m: [], t: [], b: [] },
  { at: 2, l: null, s: null, d: null, p: null, x: null, m: null, t: null, b: null },
] // biome-ignore format: rows

const Deep = schema({
  at: 'int',
  n: 'array<array<long>>?',
  m: 'map<string,double>?',
  k: 'map<long,string>?',
  r: 'struct<a:long,b:string,c:array<string>>?',
  e: 'array<struct<x:int,y:date>>?',
})
const DEEP = [
  {
    at: 0,
    n: [[1, 2], [], null, [null]],
    m: new Map<string, number | null>([
      ['a', 1],
      ['b c', null],
    ]),
    k: new Map([[7, 'seven']]),
    r: { a: 1, b: null, c: ['x', 'y'] },
    e: [{ x: 1, y: '2024-02-29' }, null],
  },
  { at: 1, n: [], m: new Map(), k: new Map(), r: { a: null, b: '', c: null }, e: [] },
  { at: 2, n: null, m: null, k: null, r: null, e: null },
]

onEveryEngine((database) => {
  const session = () => new Session(database.engine)

  test('arrays come back as they were given, also from a table', async () => {
    const frame = session().createDataFrame(ROWS, Lists)
    expect(await frame.orderBy('at').collect()).toStrictEqual(ROWS)
    await frame.write('lists')
    const table = session().table('lists')
    expect(await table.orderBy('at').collect()).toStrictEqual(ROWS)
    expect(await table.filter((o) => o.at.eq(1)).count()).toBe(1)
  })

  test('arrays of arrays, maps and structs do too', async () => {
    const frame = session().createDataFrame(DEEP as never, Deep as never)
    expect(await frame.orderBy('at' as never).collect()).toStrictEqual(DEEP)
    await frame.write('deep')
    // PostgreSQL keeps what is nested deeper as JSON, and no longer knows what is in it.
    const table = session().table('deep', Deep)
    expect(await table.orderBy('at').collect()).toStrictEqual(DEEP)
  })

  test('values of arrays are typed by what is in them where nothing says more', async () => {
    const frame = session().createDataFrame([
      { a: [1, 2], b: ['x'] },
      { a: [0.5], b: [] },
    ])
    expect(await frame.collect()).toStrictEqual([
      { a: [1, 2], b: ['x'] },
      { a: [0.5], b: [] },
    ])
  })

  test('what the engines would answer differently about arrays is refused', async () => {
    const frame = session().createDataFrame(ROWS, Lists)
    await expect(frame.orderBy('l').collect()).rejects.toThrow(/array<long> has no order/)
    await expect(frame.agg((o) => ({ most: max(o.l) })).collect()).rejects.toThrow(
      /max takes a value that can be ordered/,
    )
    await expect(frame.select((o) => [o.b.cast('string').as('b')]).collect()).rejects.toThrow(
      /array<binary> cannot be cast/,
    )
  })

  test('equal arrays are equal, and one group', async () => {
    const frame = session().createDataFrame([...ROWS, { ...ROWS[0], at: 3 }] as typeof ROWS, Lists)
    expect(await frame.select('l', 's', 'x', 'm').distinct().count()).toBe(3)
    expect(
      await frame
        .groupBy('x')
        .count()
        .filter((o) => o.count.eq(2))
        .count(),
    ).toBe(1)
  })

  test('what is in an array must fit', async () => {
    const frame = session().createDataFrame([{ a: [1.5] as unknown as number[] }], schema({ a: 'array<long>' }))
    await expect(frame.collect()).rejects.toThrow(/"a": 1.5 is no long/)
    const other = session().createDataFrame(
      [{ a: 'x' as unknown as number[] }],
      schema({ a: 'array<array<long>>' }) as never,
    )
    await expect(other.collect()).rejects.toThrow(/"a": "x" is no array<array<long>>/)
  })
})
