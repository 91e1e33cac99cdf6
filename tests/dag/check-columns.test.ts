import { expect, test } from 'vitest'
import { Model, type ModelRef, ref, Snapshot, schema, seed, source } from '../../src/index.ts'
import { toldOf } from './exported-models.ts'

const Order = schema({ id: 'long', at: 'timestamp', total: 'decimal(12,2)', state: 'string?' })
const raw = source('raw', 'orders', { schema: Order })

/** What is told of one model, `orders`, with options that the types would refuse. */
const toldOfOne = (options: object, body: () => unknown = () => ref(raw)) =>
  toldOf({ orders: Model(options as never, body as never) })

const COLUMNS = 'columns are id, at, total, state'
const incremental = { materialized: 'incremental' }

test.each<[string, object, string]>([
  ['key', { ...incremental, strategy: 'merge', key: 'di' }, 'key'],
  ['one of several keys', { ...incremental, strategy: 'deleteInsert', key: ['state', 'di'] }, 'key'],
  ['update', { ...incremental, strategy: 'merge', key: 'id', update: ['di'] }, 'update'],
  ['indexes', { indexes: ['at', ['state', 'di']] }, 'indexes'],
  ['eventTime', { materialized: 'view', eventTime: 'di' }, 'eventTime'],
  ['columns', { columns: { di: 'the key' } }, 'columns'],
  ['tests, however many', { tests: { di: ['unique', 'notNull'] } }, 'tests'],
  ['tests, if there are none', { tests: { di: [] } }, 'tests'],
])('%s must be columns of the model', (_, options, where) => {
  expect(toldOfOne(options)).toEqual([
    `models/shop.ts:1 | shop.orders: ${where}: there is no column "di" | Did you mean "id"? ${COLUMNS}`,
  ])
})

test('what is there is no error', () => {
  const options = {
    ...incremental,
    strategy: 'microbatch',
    batch: 'day',
    begin: '2026-01-01',
    eventTime: 'at',
    indexes: ['id', ['state', 'at']],
    columns: { id: 'the key', state: undefined },
    tests: {
      id: ['unique', { references: [raw, 'id'] }],
      state: [{ acceptedValues: ['new', null, 'paid'], where: (o: { id: { gt(n: number): unknown } }) => o.id.gt(1) }],
      total: [{ acceptedValues: [1, 2.5] }],
    },
  }
  expect(toldOfOne(options)).toEqual([])
})

test('all is told together, model by model', () => {
  const body = () => ref(raw)
  const orders = Model({ indexes: ['di', 'tolal'], columns: { stat: 'x' } } as never, body)
  const others = Model({ materialized: 'view', tests: { idd: ['unique'] } } as never, body)
  expect(toldOf({ orders, others }).map((line) => line.split(' | ')[1])).toEqual([
    'shop.orders: columns: there is no column "stat"',
    'shop.orders: indexes: there is no column "di"',
    'shop.orders: indexes: there is no column "tolal"',
    'shop.others: tests: there is no column "idd"',
  ])
})

test('the column of batches says when a row happened', () => {
  const batches = { ...incremental, strategy: 'microbatch', batch: 'day', begin: '2026-01-01' }
  expect(toldOfOne({ ...batches, eventTime: 'state' })).toEqual([
    'models/shop.ts:1 | shop.orders: eventTime: the column "state" is of type string | it must be a date or a timestamp',
  ])
})

test('sources with a schema: freshness and eventTime', () => {
  const freshness = (column: string) => ({ column, warnAfter: '1d' })
  const options = { schema: Order, freshness: freshness('att'), eventTime: 'att' }
  const one = source('raw', 'one', options as never)
  const two = source('raw', 'two', { schema: Order, freshness: freshness('id') } as never)
  const free = source('raw', 'free', { freshness: freshness('anything'), eventTime: 'any' } as never)
  const lines = toldOf({ all: Model(() => ref(one).union(ref(two))), none: Model(() => ref(free)) })
  expect(lines.map((line) => line.replace(/^.*?(?=sources)/, ''))).toEqual([
    `sources.raw.one: eventTime: there is no column "att" | Did you mean "at"? ${COLUMNS}`,
    expect.stringMatching(/^sources\.raw\.one: freshness\.column: there is no column "att" \| Did you mean "at"/),
    expect.stringMatching(/^sources\.raw\.two: freshness\.column: the column "id" is of type long/),
  ])
})

test('snapshots and seeds', () => {
  const options = { key: 'id', strategy: 'check', columns: 'all', descriptions: { di: 'x', valid_from: 'y' } }
  const history = Snapshot(options as never, () => ref(raw))
  const rates = seed('seeds/rates.csv', schema({ code: 'string' }), { columns: { kode: 'x' } } as never)
  expect(toldOf({ history, all: Model(() => ref(rates)) }).map((line) => line.split(' | ')[1])).toEqual([
    'seeds.rates: columns: there is no column "kode"',
    'shop.history: descriptions: there is no column "di"',
  ])
})

test('a contract tells the columns of what reads an unknown table; without one nobody does', () => {
  const body = () => ref(source('raw', 'unknown'))
  expect(toldOfOne({ contract: Order, columns: { di: 'x' } }, body)).toHaveLength(1)
  expect(toldOfOne({ columns: { di: 'x' }, indexes: ['di'], tests: { di: ['unique'] } }, body)).toEqual([])
})

type Row = Readonly<Record<string, { gt(n: number): never }>>

test.each<[string, object, RegExp]>([
  [
    'where',
    { tests: { id: [{ unique: true, where: (o: Row) => o.tolal?.gt(0) }] } },
    /shop\.orders: the test unique_orders_id: .*"?tolal"?.*Did you mean "total"/,
  ],
  [
    'expression',
    { modelTests: [{ name: 'positive', expression: (o: Row) => o.tolal?.gt(0) }] },
    /shop\.orders: the test positive: .*"?tolal"?.*Did you mean "total"/,
  ],
  [
    'rows',
    {
      modelTests: [
        { name: 'odd', rows: (f: { filter(of: (o: Row) => unknown): unknown }) => f.filter((o) => o.tolal?.gt(0)) },
      ],
    },
    /shop\.orders: the test odd: .*"?tolal"?.*Did you mean "total"/,
  ],
  [
    'acceptedValues: a number among texts',
    { tests: { state: [{ acceptedValues: ['new', 3] }] } },
    /shop\.orders: the test accepted_values_orders_state: /,
  ],
  [
    'acceptedValues: numbers for a text',
    { tests: { state: [{ acceptedValues: [3] }] } },
    /shop\.orders: the test accepted_values_orders_state: /,
  ],
  [
    'acceptedValues: texts for a number',
    { tests: { id: [{ acceptedValues: ['new'] }] } },
    /shop\.orders: the test accepted_values_orders_id: /,
  ],
  [
    'references',
    { tests: { id: [{ references: [raw, 'di'] }] } },
    /shop\.orders: the test references_orders_id: orders has no column "di" \| Did you mean "id"/,
  ],
  ['equals', { modelTests: [{ equals: [{ id: 1, tolal: 2 }] }] }, /shop\.orders: the test equals_orders: .*tolal/],
])('of tests: %s', (_, options, expected) => {
  const lines = toldOfOne(options)
  expect(lines).toEqual([expect.stringMatching(expected)])
  expect(lines[0]).toMatch(/^models\/shop\.ts:1 \| /)
})

test('what a test refers to may be built later', () => {
  const later: ModelRef<unknown> = Model(() => ref(orders).select('id'))
  const orders: ModelRef<{ id: number }> = Model(
    { tests: { id: [{ references: [() => later, 'key'] }] } } as never,
    () => ref(raw) as never,
  )
  expect(toldOf({ orders, later })).toEqual([
    expect.stringContaining('shop.orders: the test references_orders_id: later has no column "key"'),
  ])
})
