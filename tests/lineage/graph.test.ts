/** Columns over many models: up, down, and the way between. */
import { describe, expect, test } from 'vitest'
import { count, schema, sum } from '../../src/index.ts'
import { type LineageInput, lineageGraph, type Reached } from '../../src/lineage/graph.ts'
import { lineageToJson } from '../../src/lineage/to-json.ts'
import { offline } from '../compiler/support.ts'
import { input, MODELS, shop } from './shop.ts'
import { columnTexts, lineageOfFrame, rowsText } from './told.ts'

/** The columns that were reached by values alone, in the order of the search; and the others, in any. */
const direct = (reached: readonly Reached[]): string[] =>
  reached.filter((one) => one.direct).map(({ node, column }) => `${node}.${column}`)
const indirect = (reached: readonly Reached[]): ReadonlySet<string> =>
  new Set(reached.filter((one) => !one.direct).map(({ node, column }) => `${node}.${column}`))

/** What decides about columns of groups of which each row finds one. */
const OF_CUSTOMER = 'stg_customers.customer_id join, stg_orders.customer_id join+groupBy'
const OF_ORDER = 'stg_orders.order_id join, stg_payments.order_id join+groupBy'

describe('the models of the shop', () => {
  test.each([
    [
      'stg_customers',
      {
        customer_id: 'raw_customers.id',
        first_name: 'raw_customers.first_name',
        last_name: 'raw_customers.last_name',
      },
      '',
    ],
    [
      'stg_orders',
      {
        order_id: 'raw_orders.id',
        customer_id: 'raw_orders.user_id',
        order_date: 'raw_orders.order_date',
        status: 'raw_orders.status',
      },
      '',
    ],
    [
      'stg_payments',
      {
        payment_id: 'raw_payments.id',
        order_id: 'raw_payments.order_id',
        payment_method: 'raw_payments.payment_method',
        amount: 'f raw_payments.amount',
      },
      '',
    ],
    [
      'customers',
      {
        customer_id: 'stg_customers.customer_id',
        first_name: 'stg_customers.first_name',
        last_name: 'stg_customers.last_name',
        first_order: `agg stg_orders.order_date | ${OF_CUSTOMER}`,
        most_recent_order: `agg stg_orders.order_date | ${OF_CUSTOMER}`,
        number_of_orders: ` | ${OF_CUSTOMER}`,
        customer_lifetime_value: `agg stg_payments.amount | ${OF_CUSTOMER}, stg_orders.order_id join, stg_payments.order_id join`,
      },
      '',
    ],
    [
      'orders',
      {
        order_id: 'stg_orders.order_id',
        customer_id: 'stg_orders.customer_id',
        order_date: 'stg_orders.order_date',
        status: 'stg_orders.status',
        credit_card_amount: `agg stg_payments.amount | ${OF_ORDER}, stg_payments.payment_method conditional`,
        coupon_amount: `agg stg_payments.amount | ${OF_ORDER}, stg_payments.payment_method conditional`,
        bank_transfer_amount: `agg stg_payments.amount | ${OF_ORDER}, stg_payments.payment_method conditional`,
        gift_card_amount: `agg stg_payments.amount | ${OF_ORDER}, stg_payments.payment_method conditional`,
        amount: `agg stg_payments.amount | ${OF_ORDER}`,
      },
      '',
    ],
  ] as const)('%s', (name, columns, rows) => {
    const lineage = lineageOfFrame(MODELS[name])
    expect([columnTexts(lineage), rowsText(lineage)]).toEqual([columns, rows])
  })

  test('a column comes from columns of models, and theirs from seeds', () => {
    const reached = shop().upstream('shop.customers', 'customer_lifetime_value')
    expect(direct(reached)).toEqual(['shop.stg_payments.amount', 'raw_payments.amount'])
    expect(indirect(reached)).toEqual(
      new Set([
        'shop.stg_customers.customer_id',
        'shop.stg_orders.customer_id',
        'shop.stg_orders.order_id',
        'shop.stg_payments.order_id',
        'seeds.raw_customers.id',
        'raw_orders.user_id',
        'raw_orders.id',
        'raw_payments.order_id',
      ]),
    )
    const [, seed] = reached
    expect(seed?.path.map((step) => [step.from.node, step.to.node, step.direct])).toEqual([
      ['shop.stg_payments', 'shop.customers', 'aggregation'],
      ['raw_payments', 'shop.stg_payments', 'transformation'],
    ])
  })

  test('a column goes into columns of models', () => {
    const reached = shop().downstream('raw_payments', 'amount')
    expect(new Set(direct(reached))).toEqual(
      new Set([
        'shop.stg_payments.amount',
        'shop.customers.customer_lifetime_value',
        'shop.orders.credit_card_amount',
        'shop.orders.coupon_amount',
        'shop.orders.bank_transfer_amount',
        'shop.orders.gift_card_amount',
        'shop.orders.amount',
      ]),
    )
    expect(indirect(reached).size).toBe(0)
  })

  test('a key decides about the columns of the groups that are found by it', () => {
    const reached = shop().downstream('raw_orders', 'user_id')
    expect(direct(reached)).toEqual(['shop.stg_orders.customer_id', 'shop.orders.customer_id'])
    const columns = ['first_order', 'most_recent_order', 'number_of_orders', 'customer_lifetime_value']
    expect(indirect(reached)).toEqual(new Set(columns.map((name) => `shop.customers.${name}`)))
  })

  test('up and down are one graph', () => {
    const graph = shop()
    const pairs = (side: 'upstream' | 'downstream') =>
      [...graph.nodes.values()].flatMap(({ name, columns }) =>
        columns.flatMap((column) =>
          graph[side](name, column).map((reached) => {
            const [from, to] = [`${reached.node}.${reached.column}`, `${name}.${column}`]
            return JSON.stringify([...(side === 'upstream' ? [from, to] : [to, from]), reached.direct])
          }),
        ),
      )
    const [up, down] = [pairs('upstream'), pairs('downstream')]
    expect(up.length).toBeGreaterThan(80)
    expect(new Set(down)).toEqual(new Set(up))
  })

  test('as data it is the facet of OpenLineage', () => {
    const orders = lineageToJson(shop()).find(({ shortName }) => shortName === 'orders')
    const indirectly = (field: string, ...subtypes: string[]) => ({
      field,
      transformations: subtypes.map((subtype) => ({ type: 'INDIRECT', subtype })),
    })
    expect(orders?.fields.coupon_amount).toEqual({
      inputFields: [
        {
          name: 'shop.stg_payments',
          field: 'amount',
          transformations: [{ type: 'DIRECT', subtype: 'AGGREGATION' }],
        },
        { name: 'shop.stg_payments', ...indirectly('payment_method', 'CONDITIONAL') },
        { name: 'shop.stg_payments', ...indirectly('order_id', 'JOIN', 'GROUP_BY') },
        { name: 'shop.stg_orders', ...indirectly('order_id', 'JOIN') },
      ],
      known: true,
      expression: "coalesce(sum(case when payment_method = 'coupon' then amount end), 0)",
    })
    expect([orders?.dataset, orders?.rowsOf]).toEqual([[], ['shop.stg_orders']])
    const [clean] = lineageToJson(
      lineageGraph([
        input(
          'clean',
          offline.sqlite
            .table('raw', schema({ k: 'long', flag: 'boolean' }))
            .filter((r) => r.flag)
            .select('k'),
        ),
      ]),
    )
    expect(clean?.dataset).toEqual([{ name: 'raw', ...indirectly('flag', 'FILTER') }])
  })
})

describe('a graph of columns', () => {
  const session = offline.sqlite
  const raw = session.table('raw', schema({ k: 'long', v: 'double', flag: 'boolean' }))
  const clean = session.table('clean', schema({ k: 'long', v: 'double' }))

  test('a count depends on what decided about the rows that it counts, in another model', () => {
    const graph = lineageGraph([
      input('clean', raw.filter((r) => r.flag).select('k', 'v')),
      input('counted', clean.agg({ n: count() })),
    ])
    const reached = graph.upstream('shop.counted', 'n')
    expect([direct(reached), indirect(reached)]).toEqual([[], new Set(['raw.flag'])])
    expect(indirect(graph.downstream('raw', 'flag'))).toEqual(
      new Set(['shop.clean.k', 'shop.clean.v', 'shop.counted.n']),
    )
  })

  test('values are told before what only decides, however near that is', () => {
    const graph = lineageGraph([
      input('clean', raw.select('k', 'v')),
      input('both', clean.join(raw.select('k', 'flag'), 'k').select('v')),
    ])
    expect(direct(graph.upstream('shop.both', 'v'))).toEqual(['shop.clean.v', 'raw.v'])
    expect(indirect(graph.upstream('shop.both', 'v'))).toEqual(new Set(['shop.clean.k', 'raw.k']))
  })

  test('a model that reads its own table is no circle without end', () => {
    const graph = lineageGraph([input('clean', raw.select('k', 'v').union(clean))])
    expect(direct(graph.upstream('shop.clean', 'v'))).toEqual(['raw.v'])
    expect(direct(graph.downstream('shop.clean', 'v'))).toEqual([])
  })

  test('tables of one name in two schemas are two tables', () => {
    const graph = lineageGraph([
      input(
        'clean',
        session.table('a.raw', schema({ v: 'long' })).union(session.table('b.raw', schema({ v: 'long' }))),
      ),
      { ...input('raw', raw.select('v')), relation: { schema: 'a', name: 'raw' } },
    ])
    expect(direct(graph.upstream('shop.clean', 'v'))).toEqual(['shop.raw.v', 'b.raw.v', 'raw.v'])
  })

  test('what is not known is said, and goes no further', () => {
    const unknown: LineageInput = {
      name: 'm.x',
      shortName: 'x',
      relation: { schema: undefined, name: 'x' },
      plan: 'unknown',
      columns: undefined,
    }
    const graph = lineageGraph([
      unknown,
      input(
        'sums',
        session.table('x', schema({ v: 'long' })).agg((x) => ({ total: sum(x.v) })),
      ),
    ])
    expect(graph.nodes.get('m.x')?.columns).toEqual(['v'])
    expect(direct(graph.upstream('shop.sums', 'total'))).toEqual(['m.x.v'])
    expect(lineageToJson(graph).map(({ shortName, known }) => [shortName, known])).toEqual([
      ['x', false],
      ['sums', true],
    ])
  })

  test('a thousand models in a row, of a hundred columns each', () => {
    const names = Array.from({ length: 100 }, (_, index) => `c${index}`)
    const fields = schema(Object.fromEntries(names.map((name) => [name, 'long' as const])))
    const inputs = Array.from({ length: 1000 }, (_, at) => input(`m${at + 1}`, session.table(`m${at}`, fields)))
    const graph = lineageGraph(inputs)
    expect(graph.upstream('shop.m1000', 'c7')).toHaveLength(1000)
    expect(graph.downstream('m0', 'c7')).toHaveLength(1000)
  })
})
