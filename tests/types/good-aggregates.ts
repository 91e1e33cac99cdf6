/** Aggregates where rows are asked for: in a filter and an order they are of all rows. Compiling is the test. */
import { and, avg, coalesce, lit, max, sum, Window } from '../../src/index.ts'
import { row, values } from './equal.ts'
import { orders, session } from './tables.ts'

const all = Window.partitionBy()
const x = session.untyped('x')

export const verbs = [
  orders.filter((o) => o.total.gt(avg(o.total))),
  orders.filter((o) => avg(o.total).lt(o.total)),
  orders.filter((o) => o.total.div(avg(o.total)).gt(2)),
  orders.filter((o) => and(o.paid, sum(o.total).gt(1))),
  orders.filter((o) => coalesce(o.discount, avg(o.discount)).gt(2)),
  orders.orderBy((o) => o.total.minus(avg(o.total))),
  x.withColumn('share', (c) => c.a.div(sum(c.a).over(all))),
  orders.withColumn('share', (o) => o.total.div(x.a)),
]
export const share = row<{ id: number; share: number | null }>()(
  orders.select((o) => [o.id, o.total.div(sum(o.total).over(all)).as('share')]),
)
export const columns = [
  values<number>()(orders.total.plus(lit(1)), orders.total.plus(orders.id), lit(1).plus(orders.id)),
]
export const answered = row<{
  id: number
  range: boolean | null
  some: boolean | null
  all: boolean | null
  same: boolean
}>()(
  orders.groupBy('id').agg((o) => ({
    range: sum(o.total).between(1, max(o.total)),
    some: sum(o.total).isin([1, 2]),
    all: sum(o.total).gt(1).and(avg(o.total).gt(2)).or(sum(o.total).isNull()),
    same: sum(o.total).eqNullSafe(null),
  })),
)
declare const name: 'id' | 'new'
export const odd = [
  // Nothing but NULL is a column, too.
  row<{ x: null }>()(orders.select(lit(null).as('x'))),
  row<{ id: number | string; new: string }>()(orders.select('id').withColumn(name, lit('a'))),
]
