/** Verbs that are other names, or shorter words, for others: the same rows. */
import { expect, test } from 'vitest'
import { avg, min } from '../../src/index.ts'
import { inEveryShop, sortedRows } from './shop.ts'

inEveryShop((shop) => {
  const same = (
    name: string,
    pair: () => readonly [{ collect(): Promise<object[]> }, { collect(): Promise<object[]> }],
  ) =>
    test(name, async () => {
      const [other, plain] = pair()
      const expected = await sortedRows(plain)
      expect(expected.length).toBeGreaterThan(0)
      expect(await sortedRows(other)).toEqual(expected)
    })
  const paid = () => shop.orders.filter((o) => o.status.eq('paid'))

  same('except is subtract', () => [shop.orders.except(paid()), shop.orders.subtract(paid())])
  same('melt is unpivot', () => [
    shop.customers.melt(['id'], ['name', 'city']),
    shop.customers.unpivot(['id'], ['name', 'city']),
  ])
  same('withColumnsRenamed is rename', () => [
    shop.customers.withColumnsRenamed({ name: 'who' }),
    shop.customers.rename({ name: 'who' }),
  ])
  same('na.fill is fillna', () => [shop.customers.na.fill('-', ['city']), shop.customers.fillna('-', ['city'])])
  same('na.drop is dropna', () => [shop.customers.na.drop(), shop.customers.dropna()])
  same('na.replace is replace', () => [
    shop.customers.na.replace({ Bern: 'Berne' }, ['city']),
    shop.customers.replace({ Bern: 'Berne' }, ['city']),
  ])
  same('avg of a group is agg of avg', () => [
    shop.orders.groupBy('status').avg('total'),
    shop.orders.groupBy('status').agg((o) => ({ avg_total: avg(o.total) })),
  ])
  same('min of a group is agg of min', () => [
    shop.orders.groupBy('status').min('total'),
    shop.orders.groupBy('status').agg((o) => ({ min_total: min(o.total) })),
  ])
})
