/** Joins on the right of a join. */
import { expect, test } from 'vitest'
import { and } from '../../src/index.ts'
import { inEveryShop, sortedRows } from './shop.ts'

inEveryShop((shop) => {
  const placed = () =>
    shop.orders
      .join(
        shop.customers.filter((c) => c.city.eq('Bern')),
        (o, c) => o.customer_id.eq(c.id),
        'left',
      )
      .select('customer_id', 'total', 'name')

  test('the filter of a left join empties, and drops nothing', async () => {
    expect(await sortedRows(placed())).toEqual([
      [10, 20.5, 'Ada'],
      [10, 50, 'Ada'],
      [11, null, null],
      [12, 100, null],
      [99, 7, null],
      [null, 7, null],
    ])
  })
  test('inner, on both of its tables', async () => {
    const frame = shop.customers
      .alias('who')
      .join(placed(), (c, o) => and(c.id.eq(o.customer_id), c.name.eq(o.name)))
      .select('id', 'total')
    expect(await sortedRows(frame)).toEqual([
      [10, 20.5],
      [10, 50],
    ])
  })
  test('inner, on the later of its tables alone', async () => {
    const frame = shop.customers
      .alias('who')
      .join(placed(), (c, o) => c.name.eq(o.name))
      .select('id', 'total')
    expect(await sortedRows(frame)).toEqual([
      [10, 20.5],
      [10, 50],
    ])
  })
  test('left', async () => {
    const frame = shop.customers
      .alias('who')
      .join(placed(), (c, o) => c.id.eq(o.customer_id), 'left')
      .select((c) => [c.id, c.total, c.name_right])
    expect(await sortedRows(frame)).toEqual([
      [10, 20.5, 'Ada'],
      [10, 50, 'Ada'],
      [11, null, null],
      [12, 100, null],
      [13, null, null],
    ])
  })
  test('semi and anti, of a join with the same table', async () => {
    const known = placed().filter((o) => o.name.isNotNull())
    const semi = shop.customers.join(known, (c, o) => c.id.eq(o.customer_id), 'semi').select('id')
    const anti = shop.customers.join(known, (c, o) => c.id.eq(o.customer_id), 'anti').select('id')
    expect(await sortedRows(semi)).toEqual([[10]])
    expect(await sortedRows(anti)).toEqual([[11], [12], [13]])
  })
  test('inner, of an anti join with the left table', async () => {
    const idle = shop.customers.join(shop.orders, (c, o) => c.id.eq(o.customer_id), 'anti')
    const frame = shop.orders.join(idle, (o, c) => o.id.lt(c.id)).select((o) => [o.id, o.name])
    expect((await sortedRows(frame)).length).toBe(6)
  })
})
