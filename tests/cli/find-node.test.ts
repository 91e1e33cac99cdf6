import { expect, test } from 'vitest'
import { type Called, isFound, namesFor, nodesCalled, onlyOne } from '../../src/cli/find-node.ts'

const NODES: readonly Called[] = [
  { name: 'staging.orders.stgOrders', shortName: 'stgOrders', relation: { schema: 'stage', name: 'stg_orders' } },
  { name: 'marts.orders.daily', shortName: 'marts.orders.daily', relation: { schema: undefined, name: 'daily' } },
  { name: 'web.orders.daily', shortName: 'web.orders.daily', relation: { schema: 'web', name: 'daily' } },
  { name: 'load.Reports.winners', shortName: 'Reports.winners' },
  { name: 'other.stg_orders', shortName: 'other', relation: { schema: undefined, name: 'other' } },
]
const called = (text: string): readonly string[] => nodesCalled(NODES, text).map(({ name }) => name)

test.each([
  ['staging.orders.stgOrders', ['staging.orders.stgOrders']],
  ['stgOrders', ['staging.orders.stgOrders']],
  ['stage.stg_orders', ['staging.orders.stgOrders']],
  ['orders.stgOrders', ['staging.orders.stgOrders']],
  ['winners', ['load.Reports.winners']],
  ['web.daily', ['web.orders.daily']],
  // A table without a schema is called so in full.
  ['daily', ['marts.orders.daily']],
  ['orders.daily', ['marts.orders.daily', 'web.orders.daily']],
  ['stg_orders', ['staging.orders.stgOrders', 'other.stg_orders']],
  ['orders', []],
])('%s means %j', (text, names) => expect(called(text)).toEqual(names))

test('several of one name are refused, with their full names', () => {
  const found = nodesCalled(NODES, 'orders.daily')
  expect(() => isFound(found) && onlyOne(found, 'orders.daily', 'tasks')).toThrow(
    expect.objectContaining({
      message: '"orders.daily" is the name of 2 tasks',
      hint: expect.stringMatching(/marts\.orders\.daily.*web\.orders\.daily/),
    }),
  )
})

test('what has no relation is suggested without one', () => {
  expect(NODES.slice(3, 4).flatMap(namesFor)).toEqual(['Reports.winners', 'load.Reports.winners'])
})
