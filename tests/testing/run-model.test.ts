import { describe, expect, test } from 'vitest'
import {
  count,
  currentTimestamp,
  GivenMismatch,
  InvalidArgument,
  Model,
  ref,
  Snapshot,
  schema,
  source,
  sum,
  table,
} from '../../src/index.ts'
import { expectRows, runModel, testSession } from '../../src/testing/index.ts'
import { customers, orders, rawOrders, stgCustomers, stgOrders, stgPayments } from './shop.ts'

/** The error that a promise is rejected with. */
const errorOf = async (promise: Promise<unknown>): Promise<Error & { hint?: string }> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Error)
  return error as Error & { hint?: string }
}

/** What it says above its hint. */
const saidBy = ({ message }: Error): string | undefined => message.split('\n')[0]

describe.each(['sqlite', 'duckdb'] as const)('a model on %s', (engine) => {
  test('makes rows of given ones, by name', async () => {
    const rows = await runModel(customers, {
      engine,
      given: {
        stg_customers: [
          { customer_id: 1, first_name: 'Ada', last_name: 'L' },
          { customer_id: 2, first_name: 'Bo', last_name: 'D' },
        ],
        stg_orders: [
          { order_id: 10, customer_id: 1, order_date: '2018-01-02', status: 'placed' },
          { order_id: 11, customer_id: 1, order_date: '2018-01-01', status: 'returned' },
        ],
        stg_payments: [
          { payment_id: 1, order_id: 10, payment_method: 'coupon', amount: 1.5 },
          { payment_id: 2, order_id: 11, payment_method: 'coupon', amount: 2 },
        ],
      },
    })
    expectRows(rows).toEqualRows([
      {
        customer_id: 1,
        first_name: 'Ada',
        last_name: 'L',
        first_order: '2018-01-01',
        most_recent_order: '2018-01-02',
        number_of_orders: 2,
        customer_lifetime_value: 3.5,
      },
      {
        customer_id: 2,
        first_name: 'Bo',
        last_name: 'D',
        first_order: null,
        most_recent_order: null,
        number_of_orders: null,
        customer_lifetime_value: null,
      },
    ])
  })

  test('knows the types of what has no rows', async () => {
    const rows = await runModel(customers, {
      engine,
      given: {
        stg_customers: [{ customer_id: 1, first_name: 'A', last_name: 'B' }],
        stg_orders: [],
        stg_payments: [],
      },
    })
    const orderCount: number | null | undefined = rows[0]?.number_of_orders
    expect(orderCount).toBeNull()
    expect(rows).toHaveLength(1)
  })

  test('reads what is given by itself, and leaves out what can be NULL', async () => {
    const rows = await runModel(orders, {
      engine,
      given: [
        [stgOrders, [{ order_id: 1, customer_id: 7, order_date: '2018-01-01', status: 'placed' }]],
        // amount is divided, so that it can be NULL
        [stgPayments, [{ payment_id: 1, order_id: 1, payment_method: 'coupon' }]],
      ],
    })
    expectRows(rows).toEqualRows([
      {
        order_id: 1,
        customer_id: 7,
        order_date: '2018-01-01',
        status: 'placed',
        credit_card_amount: 0,
        coupon_amount: 0,
        bank_transfer_amount: 0,
        gift_card_amount: 0,
        amount: null,
      },
    ])
  })

  test('sees dates, decimals, times and documents as its inputs declare them', async () => {
    const events = source('raw', 'events', {
      schema: schema({ at: 'timestamp', day: 'date', price: 'decimal(10,2)', tags: 'array<string>', note: 'string?' }),
    })
    const copied = Model(() => ref(events).withColumn('twice', (e) => e.price.plus(e.price)))
    const rows = await runModel(copied, {
      engine,
      given: { events: [{ at: '2026-01-31T08:00:00Z', day: '2026-01-31', price: '1.50', tags: ['a', null] }] },
    })
    expect(rows).toEqual([
      {
        at: new Date('2026-01-31T08:00:00Z'),
        day: '2026-01-31',
        price: '1.50',
        tags: ['a', null],
        note: null,
        twice: '3.00',
      },
    ])
  })
})

describe('what a body reads', () => {
  const given = { stg_customers: [], stg_orders: [], stg_payments: [] }

  test('is named where it is missing, all at once', async () => {
    const error = await errorOf(runModel(customers, { given: { stg_customers: [] } }))
    expect(error).toBeInstanceOf(GivenMismatch)
    expect(saidBy(error)).toBe('the body reads stg_orders, stg_payments, of which given has no rows')
    expect(error.hint).toBe('It reads stg_orders, stg_payments, stg_customers. No rows at all are [].')
  })

  test('is named where given has something else', async () => {
    const error = await errorOf(runModel(customers, { given: { ...given, stg_order: [] } }))
    expect(error).toBeInstanceOf(GivenMismatch)
    expect(saidBy(error)).toBe('given has rows of stg_order, which the body does not read')
    expect(error.hint).toContain('Did you mean "stg_orders"?')
    expect(saidBy(await errorOf(runModel(stgOrders, { given: [[stgCustomers, []]] })))).toBe(
      'the body reads raw_orders, of which given has no rows; given has rows of stg_customers, which the body does not read',
    )
  })

  test('has its own name, also with a schema, or is given by itself', async () => {
    const events = source('raw', 'events', { schema: schema({ id: 'long' }) })
    const nameless = Model(() => ref(events))
    const reader = Model(() => ref(nameless).union(ref(events)))
    const rows = [{ id: 1 }]
    expect(await runModel(nameless, { given: { 'raw.events': rows } })).toEqual(rows)
    expect(await runModel(nameless, { given: { events: rows } })).toEqual(rows)
    expect(
      await runModel(reader, {
        given: [
          [nameless, rows],
          ['events', rows],
        ],
      }),
    ).toEqual([...rows, ...rows])
    const error = await errorOf(runModel(reader, { given: { events: rows } }))
    expect(error.message).toMatch(/^the body reads the model of testing\/run-model\.test\.ts:\d+:\d+, of which/)
    expect(error.hint).toContain('What has no name is given by itself: given: [[model, rows]].')
  })

  test('must be told apart where two have one name', async () => {
    const one = source('shop', 'orders', { schema: schema({ id: 'long' }) })
    const other = source('web', 'orders', { schema: schema({ id: 'long' }) })
    const both = Model(() => ref(one).union(ref(other)))
    const error = await errorOf(runModel(both, { given: { orders: [] } }))
    expect(saidBy(error)).toBe('given: "orders" means two of the things that the body reads')
    expect(error.hint).toContain('shop.orders')
    const rows = await runModel(both, { given: { 'shop.orders': [{ id: 1 }], 'web.orders': [{ id: 2 }] } })
    expectRows(rows).toEqualRows([{ id: 1 }, { id: 2 }])
  })

  test('must have columns that the rows fit', async () => {
    const wrong = (row: object) => errorOf(runModel(stgOrders, { given: { raw_orders: [row] } }))
    expect(saidBy(await wrong({ id: 1, user_id: 1, order_date: '2026-01-01', statsu: '' }))).toBe(
      'given: raw_orders: row 1 has a column "statsu" that the schema has not',
    )
    expect(saidBy(await wrong({ id: 1, user_id: 1, order_date: '2026-01-01' }))).toBe(
      'given: raw_orders: row 1 has no value for "status", which cannot be NULL',
    )
    expect((await wrong({ id: 1, user_id: 1, order_date: 'soon', status: '' })).message).toContain('order_date')
  })

  test('has the types of its rows where nobody told them', async () => {
    const untyped = source('raw', 'events')
    const counted = Model(() =>
      ref(untyped)
        .groupBy('kind')
        .agg((e) => ({ n: count(), total: sum(e.amount) })),
    )
    const rows = await runModel(counted, { given: { events: [{ kind: 'a', amount: 1.5 }, { kind: 'a' }] } })
    expectRows(rows).toEqualRows([{ kind: 'a', n: 2, total: 1.5 }])
    expect(saidBy(await errorOf(runModel(counted, { given: { events: [] } })))).toBe(
      'nothing tells the columns of events, of which no rows are given',
    )
    const Events = schema({ kind: 'string', amount: 'double' })
    expect(await runModel(counted, { given: [['events', [], Events]] })).toEqual([])
  })

  test('may be a table that no model makes', async () => {
    const rated = Model(() =>
      table('rates', schema({ currency: 'string', rate: 'double' })).filter((r) => r.rate.gt(1)),
    )
    const rows = await runModel(rated, {
      given: {
        rates: [
          { currency: 'EUR', rate: 1 },
          { currency: 'USD', rate: 1.2 },
        ],
      },
    })
    expect(rows).toEqual([{ currency: 'USD', rate: 1.2 }])
    expect(saidBy(await errorOf(runModel(rated, { given: {} })))).toBe(
      'the body reads rates, of which given has no rows',
    )
  })
})

describe('an ephemeral input', () => {
  const placed = Model({ name: 'placed', materialized: 'ephemeral' }, () =>
    ref(rawOrders).filter((o) => o.status.eq('placed')),
  )
  const counted = Model(() => ref(placed).groupBy('user_id').count())
  const raw = { id: 1, user_id: 7, order_date: '2026-01-01', status: 'placed' }

  test('is given, or what it reads is', async () => {
    expect(await runModel(counted, { given: { placed: [{ ...raw, status: 'other' }] } })).toEqual([
      { user_id: 7, count: 1 },
    ])
    expect(await runModel(counted, { given: { raw_orders: [raw, { ...raw, status: 'returned' }] } })).toEqual([
      { user_id: 7, count: 1 },
    ])
    expect(saidBy(await errorOf(runModel(counted, { given: {} })))).toBe(
      'the body reads raw_orders, of which given has no rows',
    )
  })
})

describe('an incremental model', () => {
  const events = source('raw', 'events', { schema: schema({ id: 'long', at: 'timestamp' }) })
  const fresh = Model(
    { name: 'fresh', materialized: 'incremental', strategy: 'merge', key: 'id' },
    ({ isIncremental, target }) => (isIncremental ? ref(events).join(target, 'id', 'anti') : ref(events)),
  )
  const given = {
    events: [
      { id: 1, at: '2026-01-01' },
      { id: 2, at: '2026-01-02' },
    ],
  }

  test('gives everything, or what is new beside its rows so far', async () => {
    expect(await runModel(fresh, { given })).toHaveLength(2)
    const target = [{ id: 1, at: new Date(0) }]
    const rows = await runModel(fresh, { given, isIncremental: true, target })
    expectRows(rows).toEqualRows([{ id: 2, at: new Date('2026-01-02') }])
    expect(await runModel(fresh, { given, isIncremental: true })).toHaveLength(2)
  })

  test('is the only kind that has new rows', async () => {
    const wrong = await errorOf(runModel(stgOrders, { given: { raw_orders: [] }, isIncremental: true }))
    expect(wrong).toBeInstanceOf(InvalidArgument)
    expect(wrong.message).toContain('stg_orders is no incremental model')
    expect((await errorOf(runModel(fresh, { given, target: [] }))).message).toContain('only isIncremental')
  })
})

test('a snapshot gives the rows of its body; who reads it sees its own columns too', async () => {
  const history = Snapshot({ key: 'id', strategy: 'check', columns: ['status'], name: 'order_history' }, () =>
    ref(rawOrders).select('id', 'status'),
  )
  const rows = await runModel(history, {
    given: { raw_orders: [{ id: 1, user_id: 1, order_date: '2026-01-01', status: 'placed' }] },
  })
  const status: string | undefined = rows[0]?.status
  expect(status).toBe('placed')
  expect(Object.keys(rows[0] ?? {})).toEqual(['id', 'status'])

  const current = Model(() =>
    ref(history)
      .filter((h) => h.valid_to.isNull())
      .select('id'),
  )
  const versions = [
    {
      id: 1,
      status: 'placed',
      valid_from: '2026-01-01',
      valid_to: '2026-01-02',
      updated_at: '2026-01-01',
      scd_id: 'a',
    },
    { id: 1, status: 'sent', valid_from: '2026-01-02', updated_at: '2026-01-02', scd_id: 'b' },
  ]
  expect(await runModel(current, { given: [[history, versions]] })).toEqual([{ id: 1 }])
})

describe('the time and the place', () => {
  const dated = Model(() => table('t', schema({ id: 'long' })).withColumn('at', currentTimestamp()))
  const given = { t: [{ id: 1 }] }

  test('now is what the test says', async () => {
    const now = '2026-01-31T08:00:00Z'
    expect(await runModel(dated, { given, now })).toEqual([{ id: 1, at: new Date(now) }])
    expect((await errorOf(runModel(dated, { given, now: 'today' }))).message).toContain('today is no instant')
  })

  test('a session of the test is used, and left as it is', async () => {
    const session = await testSession({ now: '2026-01-01' })
    try {
      expect(await runModel(dated, { given, session })).toEqual([{ id: 1, at: new Date('2026-01-01') }])
      const [row] = await runModel(dated, { given, session, now: '2026-02-01' })
      expect(row?.at).toEqual(new Date('2026-02-01'))
      expect(await session.catalog.listTables()).toEqual([])
      const both = runModel(dated, { given, session, engine: 'duckdb' })
      expect((await errorOf(both)).message).toContain('give one of session and engine')
    } finally {
      await session.close()
    }
  })

  test('what is no model is refused', async () => {
    expect(saidBy(await errorOf(runModel(rawOrders, { given: {} })))).toBe(
      'runModel takes a model or snapshot, not a seed, which has no body',
    )
  })
})
