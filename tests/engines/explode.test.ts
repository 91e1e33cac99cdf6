import { expect, test } from 'vitest'
import {
  col,
  count,
  explode,
  explodeOuter,
  lit,
  MisplacedAggregate,
  MisplacedGenerator,
  posexplode,
  posexplodeOuter,
  rowNumber,
  Session,
  schema,
  sequence,
  stack,
  sum,
  upper,
  Window,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'

const Lists = schema({
  id: 'int',
  // A name that engines give to what they take apart.
  value: 'string?',
  l: 'array<long>?',
  s: 'array<string>?',
  p: 'array<boolean>?',
  x: 'array<double>?',
  b: 'array<binary>?',
  d: 'array<decimal(10,2)>?',
  t: 'array<timestamp>?',
  n: 'array<array<long>>?',
  e: 'array<struct<x:int,y:string>>?',
  j: 'json?',
})
const ROWS = [
  {
    id: 0, value: 'v0', l: [3, null, 9007199254740991, 3], s: ['', 'é "q"'], p: [true, false], x: [0.5, 2, -0], b: [new Uint8Array([0, 255])],
    d: ['12.50'], t: [new Date('2024-02-29T12:30:00.123Z')], n: [[1, null], [], null], e: [{ x: 1, y: 'a' }, null], j: [1, 'x', null, true, { a: [1] }, [2]],
  },
  { id: 1, value: 'v1', l: [], s: [], p: [], x: [], b: [], d: [], t: [], n: [], e: [], j: {} },
  { id: 2, value: null, l: null, s: null, p: null, x: null, b: null, d: null, t: null, n: null, e: null, j: null },
  { id: 3, value: 'v3', l: [7], s: ['z'], p: [null], x: [null], b: [null], d: [null], t: [null], n: [[8]], e: [{ x: null, y: '' }], j: 'no list' },
] // biome-ignore format: rows

onEveryEngine((database) => {
  const lists = () => new Session(database.engine).createDataFrame(ROWS as never, Lists)

  test('a row for each element; none for an empty or NULL array', async () => {
    const rows = await lists()
      .orderBy('id')
      .select((o) => [o.id, explode(o.l).as('item')])
      .collect()
    expect(rows).toStrictEqual([
      { id: 0, item: 3 },
      { id: 0, item: null },
      { id: 0, item: 9007199254740991 },
      { id: 0, item: 3 },
      { id: 3, item: 7 },
    ])
  })

  test('elements of every type', async () => {
    for (const name of ['s', 'p', 'x', 'b', 'd', 't', 'n', 'e', 'j'] as const) {
      const rows = await lists()
        .orderBy('id')
        .select((o) => [o.id, explode(o[name] as unknown as typeof o.l)])
        .collect()
      const wanted = ROWS.flatMap((row) => {
        const list: unknown = row[name]
        return Array.isArray(list) ? list.map((one: unknown) => ({ id: row.id, col: one })) : []
      })
      expect(rows, name).toStrictEqual(wanted)
    }
  })

  test('places from 0; outer keeps a row without elements', async () => {
    const frame = lists().orderBy('id')
    expect(await frame.select((o) => [o.id, ...posexplode(o.s)]).collect()).toStrictEqual([
      { id: 0, pos: 0, col: '' },
      { id: 0, pos: 1, col: 'é "q"' },
      { id: 3, pos: 0, col: 'z' },
    ])
    expect(await frame.select((o) => [o.id, ...posexplodeOuter(o.n)]).collect()).toStrictEqual([
      { id: 0, pos: 0, col: [1, null] },
      { id: 0, pos: 1, col: [] },
      { id: 0, pos: 2, col: null },
      { id: 1, pos: null, col: null },
      { id: 2, pos: null, col: null },
      { id: 3, pos: 0, col: [8] },
    ])
    expect(await frame.select((o) => [o.value, explodeOuter(o.p).as('p')]).collect()).toStrictEqual([
      { value: 'v0', p: true },
      { value: 'v0', p: false },
      { value: 'v1', p: null },
      { value: null, p: null },
      { value: 'v3', p: null },
    ])
  })

  test('withColumn and withColumns', async () => {
    const one = lists()
      .select('id', 'l')
      .withColumn('l', (o) => explode(o.l))
    expect(
      await one
        .filter((o) => o.l.gt(3))
        .orderBy('id')
        .collect(),
    ).toStrictEqual([
      { id: 0, l: 9007199254740991 },
      { id: 3, l: 7 },
    ])
    const base = lists()
    const [at, item] = posexplode(base.s)
    expect(
      await base
        .withColumns({ at, item })
        .filter((o) => o.at.eq(1))
        .select('id', 'at', 'item')
        .collect(),
    ).toStrictEqual([{ id: 0, at: 1, item: 'é "q"' }])
  })

  test('what follows sees the elements: filters, groups, windows, joins, another explode', async () => {
    const items = lists().select((o) => [o.id, explode(o.l).as('item')])
    expect(
      await items
        .groupBy('item')
        .agg(() => ({ n: count() }))
        .orderBy('item')
        .collect(),
    ).toStrictEqual([
      { item: null, n: 1 },
      { item: 3, n: 2 },
      { item: 7, n: 1 },
      { item: 9007199254740991, n: 1 },
    ])
    expect(
      await items
        .filter((o) => o.item.isNotNull())
        .agg((o) => ({ n: count(o.item) }))
        .collect(),
    ).toStrictEqual([{ n: 4 }])
    const numbered = items.withColumn('n', (o) => rowNumber().over(Window.partitionBy(o.id).orderBy(o.item)))
    expect(await numbered.filter((o) => o.n.eq(4)).collect()).toStrictEqual([{ id: 0, item: 9007199254740991, n: 4 }])
    for (const how of ['inner', 'left', 'right', 'full', 'semi', 'anti'] as const) {
      const small = lists()
        .filter((o) => o.id.gt(0))
        .select('id', 'value')
      const joined = await small.join(items, (l, r) => l.id.eq(r.id), how).count()
      expect([how, joined]).toStrictEqual([how, { inner: 1, left: 3, right: 5, full: 7, semi: 1, anti: 2 }[how]])
      const turned = await items.join(small, (l, r) => l.id.eq(r.id), how).count()
      expect([how, turned]).toStrictEqual([how, { inner: 1, left: 5, right: 3, full: 7, semi: 1, anti: 4 }[how]])
    }
    const twice = lists()
      .withColumn('inner', (o) => explode(o.n))
      .select((o) => [o.id, explodeOuter(o.inner).as('item')])
    expect(await twice.orderBy('id', 'item').collect()).toStrictEqual([
      { id: 0, item: null },
      { id: 0, item: null },
      { id: 0, item: null },
      { id: 0, item: 1 },
      { id: 3, item: 8 },
    ])
    expect(await items.join(items, 'id').count()).toBe(17)
    expect(await items.union(items).count()).toBe(10)
  })

  test('what comes before it stays before it: limits, groups, distinct, windows', async () => {
    const first = lists()
      .orderBy('id')
      .limit(1)
      .select((o) => [explode(o.s).as('s')])
    expect(await first.collect()).toStrictEqual([{ s: '' }, { s: 'é "q"' }])
    const wide = lists()
      .withColumn('n', (o) => rowNumber().over(Window.orderBy(o.id)))
      .select((o) => [o.n, explode(o.l).as('item')])
    expect(
      await wide
        .groupBy('n')
        .agg(() => ({ all: count() }))
        .orderBy('n')
        .collect(),
    ).toStrictEqual([
      { n: 1, all: 4 },
      { n: 4, all: 1 },
    ])
    const distinct = lists()
      .select('s')
      .distinct()
      .select((o) => [explode(o.s).as('s')])
    expect(await distinct.count()).toBe(3)
    const outer = lists().select((o) => [o.id, explodeOuter(o.l).as('item')])
    expect(await outer.agg((o) => ({ rows: count(), least: sum(o.id) })).collect()).toStrictEqual([
      { rows: 7, least: 6 },
    ])
  })

  test('a written table can be exploded', async () => {
    await lists().select('id', 's', 'l').write('lists')
    const table = new Session(database.engine).table('lists')
    expect(
      await table
        .orderBy('id')
        .select((o) => [...posexplode(o.s)])
        .collect(),
    ).toStrictEqual([
      { pos: 0, col: '' },
      { pos: 1, col: 'é "q"' },
      { pos: 0, col: 'z' },
    ])
  })

  test('a generator stands by itself, once, in select or withColumn', async () => {
    const frame = lists()
    await expect(frame.select((o) => [explode(o.l), explode(o.s).as('s')]).collect()).rejects.toThrow(
      MisplacedGenerator,
    )
    await expect(frame.select((o) => [upper(explode(o.s)).as('s')]).collect()).rejects.toThrow(MisplacedGenerator)
    await expect(frame.filter((o) => explode(o.p)).collect()).rejects.toThrow(MisplacedGenerator)
    await expect(frame.orderBy((o) => explode(o.l)).collect()).rejects.toThrow(MisplacedGenerator)
    await expect(frame.select((o) => [explode(o.value as never).as('s')]).collect()).rejects.toThrow(
      /explode takes an array, a map or json, not a string/,
    )
    expect(() => explode('s' as never)).toThrow(/explode takes a column/)
    await expect(frame.select('id', explode(col('nothing'))).collect()).rejects.toThrow(/nothing/)
  })

  test('a stack gives its rows for every row, in their order', async () => {
    const frame = lists().orderBy('id')
    const [name, item] = stack(2, 'id', frame.id, 'size', lit(7, 'int'))
    expect(
      await frame
        .filter((o) => o.id.lt(2))
        .select((o) => [o.value, name.as('name'), item.as('item')])
        .collect(),
    ).toStrictEqual([
      { value: 'v0', name: 'id', item: 0 },
      { value: 'v0', name: 'size', item: 7 },
      { value: 'v1', name: 'id', item: 1 },
      { value: 'v1', name: 'size', item: 7 },
    ])
    expect(
      await frame
        .limit(1)
        .select(...stack(2, 'a', 'b', 'c'))
        .collect(),
    ).toStrictEqual([
      { col0: 'a', col1: 'b' },
      { col0: 'c', col1: null },
    ])
    const summed = frame.select((o) => [...stack(2, o.id, o.id.plus(1))]).agg((o) => ({ all: sum(o.col0) }))
    expect(await summed.collect()).toStrictEqual([{ all: 16 }])
  })

  test('an array that a window function has a part in; none of an aggregate', async () => {
    const frame = lists().filter((o) => o.id.lt(2))
    const places = frame.select((o) => [
      o.id,
      explode(sequence(lit(1), rowNumber().over(Window.orderBy(o.id)))).as('n'),
    ])
    expect(await places.orderBy('id', 'n').collect()).toStrictEqual([
      { id: 0, n: 1 },
      { id: 1, n: 1 },
      { id: 1, n: 2 },
    ])
    const all = frame.select((o) => [explode(sequence(lit(1), count() as never)).as('n'), o.id])
    await expect(all.collect()).rejects.toThrow(MisplacedAggregate)
  })

  test('a stack of what does not meet, or that is no stack, is refused', async () => {
    const frame = lists()
    await expect(frame.select((o) => [...stack(2, o.id, o.value)]).collect()).rejects.toThrow(/stack: column 0/)
    await expect(frame.select((o) => [explode(o.l), ...stack(1, o.id)]).collect()).rejects.toThrow(MisplacedGenerator)
    expect(() => stack(0, 'a')).toThrow(/stack takes a number of rows/)
  })
})
