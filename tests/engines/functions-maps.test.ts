import { expect, test } from 'vitest'
import {
  col,
  explode,
  explodeOuter,
  MisplacedGenerator,
  mapConcat,
  mapContainsKey,
  mapEntries,
  mapFromArrays,
  mapFromEntries,
  mapKeys,
  mapValues,
  namedStruct,
  posexplode,
  schema,
  strToMap,
  struct,
  TypeMismatch,
  typeOf,
  upper,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const KEYS = { k: 'array<string>?', v: 'array<long>?' } as const
const PAIRS = [
  // Engines with orders of their own would put these otherwise.
  [
    ['é', 'e', 'long key', '10', '9'],
    [1, null, 3, 9007199254740991, -5],
  ],
  [[], []],
  [null, [1]],
  [['a'], null],
]

const Held = schema({
  // Names of what PostgreSQL's and SQLite's own functions give.
  key: 'int',
  value: 'map<string,double>?',
  place: 'map<long,string>?',
  deep: 'map<string,array<int>>?',
  days: 'map<date,boolean>?',
  pairs: 'array<struct<name:string,price:decimal(10,2)>>?',
})
const HELD = [
  {
    key: 1, value: new Map([['z', 0.5], ['a', -0], ['Z "q" \\', 1e300]]), place: new Map([[7, 'seven'], [-3, '']]), deep: new Map([['x', [1, 2]], ['y', []]]), days: new Map([['2024-02-29', true]]),
    pairs: [{ name: 'b', price: '12.50' }, { name: 'a', price: null }],
  },
  { key: 2, value: new Map(), place: new Map(), deep: new Map(), days: new Map(), pairs: [] },
  { key: 3, value: null, place: null, deep: null, days: null, pairs: null },
] // biome-ignore format: rows

onEveryEngine((database) => {
  const { gives, fails, session } = casesOn(database)
  const held = () =>
    session()
      .createDataFrame(HELD as never, Held)
      .orderBy('key')
  const values = async (column: unknown) =>
    (
      await held()
        .select(col('key'), (column as ReturnType<typeof col>).as('x'))
        .collect()
    ).map((row) => (row as { x: unknown }).x)

  gives(
    'a map of arrays: its keys, values and entries in the order in which they came',
    KEYS,
    PAIRS,
    ({ k, v }) => ({
      map: mapFromArrays(k, v),
      keys: mapKeys(mapFromArrays(k, v)),
      values: mapValues(mapFromArrays(k, v)),
      entries: mapEntries(mapFromArrays(k, v)),
      has: mapContainsKey(mapFromArrays(k, v), 'e'),
      item: mapFromArrays(k, v).getItem('long key'),
      type: typeOf(mapFromArrays(k, v)),
    }),
    {
      map: [new Map(PAIRS[0]?.[0]?.map((key, at) => [key, PAIRS[0]?.[1]?.[at]]) as never), new Map(), null, null],
      keys: [PAIRS[0]?.[0], [], null, null],
      values: [PAIRS[0]?.[1], [], null, null],
      entries: [PAIRS[0]?.[0]?.map((key, at) => ({ key, value: PAIRS[0]?.[1]?.[at] })), [], null, null],
      has: [true, false, null, null],
      item: [3, null, null, null],
      type: ['map<string,bigint>', 'map<string,bigint>', 'map<string,bigint>', 'map<string,bigint>'],
    },
  )

  fails(
    'a key that is NULL',
    KEYS,
    [
      [
        ['a', null],
        [1, 2],
      ],
    ],
    ({ k, v }) => ({ x: mapFromArrays(k, v) }),
    Error,
  )
  fails(
    'a key twice',
    KEYS,
    [
      [
        ['a', 'a'],
        [1, 2],
      ],
    ],
    ({ k, v }) => ({ x: mapFromArrays(k, v), y: mapConcat(mapFromArrays(k, v), mapFromArrays(k, v)) }),
    Error,
  )
  fails(
    'more keys than values',
    KEYS,
    [[['a', 'b'], [1]]],
    ({ k, v }) => ({ x: mapFromArrays(k, v) }),
    Error,
    /2 keys for 1 values/,
  )

  test('maps together; a key of both raises', async () => {
    const more = mapFromArrays(col<readonly string[]>('k'), col<readonly number[]>('v'))
    const frame = session().createDataFrame(
      [{ k: ['q'], v: [1.5] }],
      schema({ k: 'array<string>', v: 'array<double>' }),
    )
    const both = held()
      .crossJoin(frame)
      .select((o) => [o.key, mapConcat(o.value, more).as('x')])
    expect((await both.orderBy('key').collect()).map((row) => row.x)).toStrictEqual([
      new Map([...(HELD[0]?.value ?? []), ['q', 1.5]]),
      new Map([['q', 1.5]]),
      null,
    ])
    await expect(
      held()
        .select((o) => [mapConcat(o.value, o.value).as('x')])
        .collect(),
    ).rejects.toThrow()
  })

  test('keys of every type, and what is nested in maps', async () => {
    expect(await values(mapKeys(col('place')))).toStrictEqual([[7, -3], [], null])
    expect(await values(mapEntries(col('place')))).toStrictEqual([
      [
        { key: 7, value: 'seven' },
        { key: -3, value: '' },
      ],
      [],
      null,
    ])
    expect(await values(mapValues(col('deep')))).toStrictEqual([[[1, 2], []], [], null])
    expect(await values(mapEntries(col('deep')))).toStrictEqual([
      [
        { key: 'x', value: [1, 2] },
        { key: 'y', value: [] },
      ],
      [],
      null,
    ])
    expect(await values(mapKeys(col('days')))).toStrictEqual([['2024-02-29'], [], null])
    expect(await values(mapValues(col('days')))).toStrictEqual([[true], [], null])
    expect(await values(mapValues(col('value')))).toStrictEqual([[0.5, -0, 1e300], [], null])
    expect(await values(mapContainsKey(col('place'), -3))).toStrictEqual([true, false, null])
    expect(await values(mapContainsKey(col('value'), 'Z "q" \\'))).toStrictEqual([true, false, null])
    expect(await values(mapFromEntries(col('pairs')))).toStrictEqual([
      new Map([
        ['b', '12.50'],
        ['a', null],
      ]),
      new Map(),
      null,
    ])
    expect(await values(mapFromEntries(mapEntries(col('deep'))))).toStrictEqual([HELD[0]?.deep, new Map(), null])
  })

  test('maps and structs come back from a table', async () => {
    await held()
      .select((o) => [o.key, o.value, struct(o.key, o.value.as('m')).as('s')])
      .write('held_maps', { mode: 'overwrite' })
    const table = session().table(
      'held_maps',
      schema({ key: 'int', value: 'map<string,double>?', s: 'struct<key:int,m:map<string,double>>' }),
    )
    const rows = await table
      .orderBy('key')
      .select((o) => [mapKeys(o.value).as('keys'), mapKeys(o.s.getField('m')).as('inner')])
      .collect()
    expect(rows[0]).toStrictEqual({ keys: ['z', 'a', 'Z "q" \\'], inner: ['z', 'a', 'Z "q" \\'] })
  })

  gives(
    'a map of a text',
    { s: 'string?' },
    [['b:1,a:2'], ['a'], [''], ['a:b:c,x'], [null]],
    ({ s }) => ({ usual: strToMap(s), other: mapKeys(strToMap(s, '[,:]', 'b')) }),
    {
      usual: [new Map([['b', '1'], ['a', '2']]), new Map([['a', null]]), new Map([['', null]]), new Map([['a', 'b:c'], ['x', null]]), null], // biome-ignore format: rows
      other: [['', '1', 'a', '2'], ['a'], [''], ['a', '', 'c', 'x'], null],
    } as never,
  )

  gives(
    'structs of columns, and what is in them',
    { n: 'long?', x: 'double?', s: 'string?', b: 'binary?', t: 'timestamp?', p: 'boolean?', d: 'decimal(20,4)?', l: 'array<int>?' },
    [
      [9007199254740991, -0, 'é "q"', new Uint8Array([0, 255]), new Date('2024-02-29T12:30:00.123Z'), true, '12.5000', [1, null]],
      [null, null, null, null, null, null, null, null],
    ],
    ({ n, x, s, b, t, p, d, l }) => ({
      all: struct(n, x, s, b, t, p, d, l),
      named: namedStruct('a b', n.plus(0), 'up', upper(s)),
      field: namedStruct('inner', struct(x, s)).getField('inner').getField('x'),
      type: typeOf(struct(n, upper(s))),
    }),
    {
      all: [
        { n: 9007199254740991, x: -0, s: 'é "q"', b: new Uint8Array([0, 255]), t: new Date('2024-02-29T12:30:00.123Z'), p: true, d: '12.5000', l: [1, null] },
        { n: null, x: null, s: null, b: null, t: null, p: null, d: null, l: null },
      ],
      named: [{ 'a b': 9007199254740991, up: 'É "Q"' }, { 'a b': null, up: null }],
      field: [-0, null],
      type: ['struct<n:bigint,col2:string>', 'struct<n:bigint,col2:string>'],
    },
  ) // biome-ignore format: rows

  test('computed and given structs are equal, and one group', async () => {
    const given = session().createDataFrame(
      [{ s: { a: 1, x: 0.5 } }],
      schema({ s: 'struct<a:long,x:double>' }) as never,
    )
    const made = session().createDataFrame([{ a: 1, x: 0.5 }], schema({ a: 'long', x: 'double' }))
    const both = given.union(made.select((o) => [struct(o.a, o.x).as('s')]) as never)
    expect(await both.distinct().count()).toBe(1)
  })

  gives(
    'maps, structs and arrays of arrays as text',
    { m: 'map<string,double>?', r: 'struct<a:long,s:string,l:array<int>,m:map<long,boolean>>?', n: 'array<array<long>>?' },
    [
      [new Map([['z', -0], ['a', null]]), { a: 1, s: 'x, y', l: [1, null], m: new Map([[7, true]]) }, [[1, null], [], null]],
      [new Map(), { a: null, s: null, l: null, m: null }, []],
      [null, null, null],
    ],
    ({ m, r, n }) => ({
      map: m.cast('string'),
      struct: r.cast('string'),
      list: n.cast('string'),
      wider: n.cast('array<array<string>>'),
      entries: mapEntries(m).cast('string'),
    }),
    {
      map: ['{z -> -0.0, a -> null}', '{}', null],
      struct: ['{1, x, y, [1, null], {7 -> true}}', '{null, null, null, null}', null],
      list: ['[[1, null], [], null]', '[]', null],
      wider: [[['1', null], [], null], [], null],
      entries: ['[{z, -0.0}, {a, null}]', '[]', null],
    },
  ) // biome-ignore format: rows

  test('explode of a map makes two columns', async () => {
    expect(
      await held()
        .select((o) => [o.key.as('id'), explode(o.place)])
        .collect(),
    ).toStrictEqual([
      { id: 1, key: 7, value: 'seven' },
      { id: 1, key: -3, value: '' },
    ])
    expect(
      await held()
        .select((o) => [o.key.as('id'), explodeOuter(o.deep)])
        .collect(),
    ).toStrictEqual([
      { id: 1, key: 'x', value: [1, 2] },
      { id: 1, key: 'y', value: [] },
      { id: 2, key: null, value: null },
      { id: 3, key: null, value: null },
    ])
    const placed = held().select((o) => [o.key.as('id'), ...posexplode(o.value)])
    expect((await placed.filter((o) => o.value.gt(0)).collect()).map((row) => [row.pos, row.key])).toStrictEqual([
      [0, 'z'],
      [2, 'Z "q" \\'],
    ])
    await expect(
      held()
        .withColumn('x', explode(col('place')))
        .collect(),
    ).rejects.toThrow(MisplacedGenerator)
    await expect(
      held()
        .select((o) => [explode(o.place).as('x')])
        .collect(),
    ).rejects.toThrow(/two columns, key and value/)
  })

  test('what is no map, no pair and no key is refused before any SQL', async () => {
    const refused = async (column: unknown) => await expect(values(column)).rejects.toThrow(TypeMismatch)
    await refused(mapKeys(col('pairs')))
    await refused(mapFromEntries(col('key')))
    await refused(mapContainsKey(col('value'), 1 as never))
    await refused(mapConcat(col('value'), col('place')))
    expect(() => struct(...([] as unknown as [never]))).toThrow(/at least one column/)
    await expect(values(namedStruct('a', 1, 'a', 2))).rejects.toThrow(/two fields/)
  })
})
