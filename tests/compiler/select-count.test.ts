/** The table "chain of verbs → number of SELECTs": what must fuse, and what must not, with the reason. */
import { describe, expect, test } from 'vitest'
import type { FrameActions } from '../../src/frame/actions.ts'
import { relationOf, toDataFrame } from '../../src/frame/data-frame.ts'
import {
  avg,
  coalesce,
  count,
  type DataFrame,
  explode,
  explodeOuter,
  lit,
  max,
  nullif,
  rand,
  rank,
  rowNumber,
  sum,
  upper,
  uuid,
  Window,
} from '../../src/index.ts'
import type { Relation } from '../../src/plan/relation.ts'
import { offline, selectsOf, tablesOf } from './support.ts'

const { orders, customers, lists } = tablesOf(offline.sqlite)
const byCustomer = Window.partitionBy(orders.customer_id).orderBy(orders.id)
const perStatus = orders.groupBy('status').agg((o) => ({ total: sum(o.total), n: count() }))
/** An expression that is more than a column: what must not be printed twice. */
const doubled = orders.withColumn('twice', (o) => o.total.times(2))

/** What `tail` asks for: the relation is an action's own. */
const lastOf = (frame: unknown, count: number): DataFrame =>
  toDataFrame({ kind: 'tail', input: relationOf(frame) as Relation, count }, {} as FrameActions)

describe('fuses into one SELECT', () => {
  const chains: Record<string, () => unknown> = {
    'a bare table': () => orders,
    'select of names': () => orders.select('id', 'total'),
    'select of computed columns': () => orders.select('id', orders.total.times(2).as('twice')),
    filter: () => orders.filter((o) => o.total.gt(1)),
    'filter, filter': () => orders.filter((o) => o.total.gt(1)).filter((o) => o.status.eq('paid')),
    'filter, select without the filtered column': () => orders.filter((o) => o.total.gt(1)).select('id'),
    'select, filter': () => orders.select('id', 'total').filter((o) => o.total.gt(1)),
    'withColumn replaced in place twice': () =>
      orders.withColumn('total', (o) => o.total.times(2)).withColumn('total', (o) => o.total.plus(1)),
    'withColumn, select that uses it once': () => doubled.select('id', doubled.twice.plus(1).as('more')),
    'withColumn, filter on another column': () => doubled.filter((o) => o.status.eq('paid')),
    'rename, filter, drop': () =>
      orders
        .rename({ total: 'net' })
        .filter((o) => o.net.gt(1))
        .drop('status'),
    alias: () => orders.alias('o').filter((o) => o.total.gt(1)),
    'orderBy, limit': () => orders.orderBy('total').limit(3),
    'orderBy, offset, limit': () => orders.orderBy('total').offset(3).limit(3),
    'filter, orderBy, select without the key': () =>
      orders
        .filter((o) => o.total.gt(1))
        .orderBy('placed')
        .select('id'),
    'limit, select': () => orders.limit(3).select('id'),
    'limit, withColumn': () => orders.limit(3).withColumn('x', (o) => o.total.plus(1)),
    'orderBy, filter': () => orders.orderBy('id').filter((o) => o.total.gt(1)),
    'orderBy, orderBy': () => orders.orderBy('id').orderBy('total'),
    'groupBy, agg': () => perStatus,
    'groupBy, agg, filter (HAVING)': () => perStatus.filter((o) => o.total.gt(10)),
    'groupBy, agg, filter on the key': () => perStatus.filter((o) => o.status.eq('paid')),
    'groupBy, agg, select of what is computed from them': () =>
      perStatus.select((o) => [o.status, o.total.div(o.n).as('mean')]),
    'groupBy, agg, orderBy the aggregate, limit': () => perStatus.orderBy((o) => o.total.desc()).limit(3),
    'groupBy a computed key without values': () =>
      orders.groupBy((o) => [upper(o.status).as('up')]).agg(() => ({ n: count() })),
    'groupBy without aggregates over all': () => orders.agg((o) => ({ last: max(o.placed) })),
    'select, distinct': () => orders.select('status').distinct(),
    'filter, distinct, filter': () =>
      orders
        .select('status', 'total')
        .distinct()
        .filter((o) => o.total.gt(1)),
    'distinct, limit': () => orders.select('total').distinct().limit(2),
    'distinct, orderBy a number of its list': () => orders.select('total').distinct().orderBy('total'),
    'distinct, rename': () => orders.distinct().rename({ total: 'net' }),
    window: () => orders.withColumn('n', rowNumber().over(byCustomer)),
    'filter, window': () => orders.filter((o) => o.total.gt(1)).withColumn('n', rowNumber().over(byCustomer)),
    'window, orderBy it': () => orders.withColumn('n', rowNumber().over(byCustomer)).orderBy('n'),
    'two windows': () => orders.withColumn('n', rowNumber().over(byCustomer)).withColumn('r', rank().over(byCustomer)),
    'inner join by condition': () => orders.join(customers, (o, c) => o.customer_id.eq(c.id)),
    'filter on both sides, inner join': () =>
      orders
        .filter((o) => o.total.gt(1))
        .join(
          customers.filter((c) => c.city.eq('Bern')),
          (o, c) => o.customer_id.eq(c.id),
        ),
    'filter, left join': () =>
      orders.filter((o) => o.total.gt(1)).join(customers, (o, c) => o.customer_id.eq(c.id), 'left'),
    'left join of a filtered side: its filter is one of the condition': () =>
      orders.join(
        customers.filter((c) => c.city.eq('Bern')),
        (o, c) => o.customer_id.eq(c.id),
        'left',
      ),
    'join of a join': () =>
      customers.join(orders.join(customers, (o, c) => o.customer_id.eq(c.id)).select('total', 'customer_id'), (c, o) =>
        c.id.eq(o.customer_id),
      ),
    'semi join of a join': () =>
      customers.join(
        orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'left').filter((o) => o.total.gt(1)),
        (c, o) => c.id.eq(o.customer_id),
        'semi',
      ),
    'join of an anti join': () =>
      orders.join(
        customers.join(orders, (c, o) => c.id.eq(o.customer_id), 'anti'),
        (o, c) => o.customer_id.eq(c.id),
      ),
    'left join, filter': () =>
      orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'left').filter((o) => o.name.isNull()),
    'two joins': () =>
      orders
        .join(customers, (o, c) => o.customer_id.eq(c.id))
        .join(customers, (o, c) => o.customer_id.eq(c.id), { suffix: '_again' }),
    'self-join': () => orders.join(orders, (l, r) => l.id.eq(r.customer_id)),
    'semi join, anti join': () =>
      orders
        .join(customers, (o, c) => o.customer_id.eq(c.id), 'semi')
        .join(
          customers.filter((c) => c.city.eq('Bern')),
          (o, c) => o.customer_id.eq(c.id),
          'anti',
        ),
    'cross join': () => orders.crossJoin(customers),
    'full join': () => orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'full'),
    'filter, select, join, groupBy, agg, having, orderBy, limit': () =>
      orders
        .filter((o) => o.status.eq('paid'))
        .select('id', 'customer_id', 'total')
        .join(customers, (o, c) => o.customer_id.eq(c.id))
        .groupBy('city')
        .agg((o) => ({ net: sum(o.total), n: count() }))
        .filter((o) => o.n.gt(1))
        .orderBy((o) => o.net.desc())
        .limit(10),
    'filter, explode, filter on the element, groupBy, agg': () =>
      lists
        .filter((o) => o.id.gt(1))
        .select((o) => [o.id, explode(o.tags).as('tag')])
        .filter((o) => o.tag.eq('a'))
        .groupBy('tag')
        .agg(() => ({ n: count() })),
    'orderBy, explode': () => lists.orderBy('id').withColumn('tag', explodeOuter(lists.tags)),
    'explode, inner join, left join': () =>
      lists
        .withColumn('tag', (o) => explode(o.tags))
        .join(customers, 'id')
        .join(orders, (l, r) => l.id.eq(r.customer_id), 'left'),
    'join, explode, explode': () =>
      customers
        .join(lists, 'id')
        .withColumn('tag', (o) => explode(o.tags))
        .withColumn('other', (o) => explodeOuter(o.tags)),
    'a hundred steps': () => {
      let frame = orders
      for (let step = 0; step < 100; step += 1) {
        if (step % 3 === 0) frame = frame.filter((o) => o.id.gt(step))
        else if (step % 3 === 1)
          frame = frame
            .withColumn('total', (o) => nullif(o.total.plus(1), 0))
            .select('id', 'customer_id', 'status', 'total', 'placed')
        else frame = frame.rename({ status: 'state' }).rename({ state: 'status' })
      }
      return frame
    },
  }
  for (const [chain, frame] of Object.entries(chains)) {
    test(chain, () => expect(selectsOf(frame())).toBe(1))
  }
})

describe('needs a block of its own', () => {
  const chains: Record<string, [selects: number, frame: () => unknown]> = {
    'LIMIT chooses rows, not elements': [2, () => lists.limit(2).select((o) => [explode(o.tags).as('tag')])],
    'DISTINCT and groups come before elements': [
      2,
      () =>
        lists
          .select('tags')
          .distinct()
          .select((o) => [explode(o.tags).as('tag')]),
    ],
    'a window sees the rows before the elements': [
      2,
      () => lists.withColumn('n', rowNumber().over(Window.orderBy(lists.id))).withColumn('tag', (o) => explode(o.tags)),
    ],
    'elements are read of rows that a right join might empty': [
      2,
      () => lists.withColumn('tag', (o) => explode(o.tags)).join(customers, 'id', 'right'),
    ],
    'elements stand beside their row, not at the right of a join': [
      2,
      () => customers.join(lists.withColumn('tag', explode(lists.tags)), 'id'),
    ],
    'an expression used twice would grow with every verb': [
      2,
      () => doubled.select(doubled.twice, doubled.twice.plus(1).as('more')),
    ],
    'an aggregate kept and used again would be printed twice': [
      2,
      () => perStatus.withColumn('mean', (o) => o.total.div(o.n)),
    ],
    'a condition on a computed column would compute it twice': [2, () => doubled.filter((o) => o.twice.gt(3))],
    'a constant below a left join would not be NULL where nothing matched': [
      2,
      () => orders.join(customers.withColumn('known', lit(true)), (o, c) => o.customer_id.eq(c.id), 'left'),
    ],
    'coalesce below a left join would hide that nothing matched': [
      2,
      () =>
        orders.join(
          customers.withColumn('city', (c) => coalesce(c.city, '?')),
          (o, c) => o.customer_id.eq(c.id),
          'left',
        ),
    ],
    "the left side's filter above a right join would drop unmatched right rows": [
      2,
      () => orders.filter((o) => o.total.gt(1)).join(customers, (o, c) => o.customer_id.eq(c.id), 'right'),
    ],
    'both filtered sides of a full join': [
      3,
      () =>
        orders
          .filter((o) => o.total.gt(1))
          .join(
            customers.filter((c) => c.city.eq('Bern')),
            (o, c) => o.customer_id.eq(c.id),
            'full',
          ),
    ],
    'a filter above a limit would choose other rows': [2, () => orders.limit(3).filter((o) => o.total.gt(1))],
    'an order above a limit would choose other rows': [2, () => orders.limit(3).orderBy('id')],
    'a join above a limit would limit its result': [
      2,
      () => orders.limit(3).join(customers, (o, c) => o.customer_id.eq(c.id)),
    ],
    'a limited right side would limit the whole join': [
      2,
      () => orders.join(customers.limit(3), (o, c) => o.customer_id.eq(c.id)),
    ],
    'an aggregate above a limit would see all rows': [2, () => orders.limit(3).agg((o) => ({ s: sum(o.total) }))],
    'a window above a limit would see all rows': [
      2,
      () => orders.limit(3).withColumn('n', rowNumber().over(byCustomer)),
    ],
    'distinct above a limit would choose other rows': [2, () => orders.limit(3).distinct()],
    'limit(10).offset(5) is not LIMIT 10 OFFSET 5': [2, () => orders.limit(10).offset(5)],
    'a limit above a limit': [2, () => orders.limit(10).limit(3)],
    'an offset above an offset': [2, () => orders.offset(2).offset(3)],
    'a filter above a window would take rows away from it': [
      2,
      () => orders.withColumn('n', rowNumber().over(byCustomer)).filter((o) => o.total.gt(1)),
    ],
    'a condition on the window itself': [
      2,
      () => orders.withColumn('n', rowNumber().over(byCustomer)).filter((o) => o.n.eq(1)),
    ],
    'a window function written inside filter': [2, () => orders.filter(rowNumber().over(byCustomer).eq(1))],
    'a window over a window': [
      2,
      () =>
        orders
          .withColumn('n', rowNumber().over(byCustomer))
          .withColumn('m', (o) => sum(o.n).over(Window.partitionBy(o.status))),
    ],
    'an aggregate over a window': [
      2,
      () => orders.withColumn('n', rowNumber().over(byCustomer)).agg((o) => ({ most: max(o.n) })),
    ],
    'an aggregate over an aggregate': [2, () => perStatus.agg((o) => ({ mean: avg(o.total) }))],
    'a window over aggregates would print each of them twice': [
      2,
      () => perStatus.withColumn('r', (o) => rank().over(Window.orderBy(o.total.desc()))),
    ],
    'a filter on all rows aggregated has no HAVING to stand in': [
      2,
      () => orders.agg((o) => ({ s: sum(o.total) })).filter((o) => o.s.gt(1)),
    ],
    'a column added above distinct would make other rows distinct': [
      2,
      () => orders.select('status').distinct().withColumn('n', lit(1)),
    ],
    'a column dropped above distinct would make other rows distinct': [
      2,
      () => orders.select('status', 'total').distinct().select('status'),
    ],
    'the same column twice above distinct': [
      2,
      () => {
        const pairs = orders.select('status', 'total').distinct()
        return pairs.select('status', pairs.status.as('again'))
      },
    ],
    'ORDER BY outside the list of a DISTINCT': [
      2,
      () =>
        orders
          .select('total')
          .distinct()
          .orderBy((o) => o.total.times(-1)),
    ],
    'ORDER BY text beside its collation is outside the list of a DISTINCT': [
      2,
      () => orders.select('status').distinct().orderBy('status'),
    ],
    'an aggregate above distinct would see duplicates': [
      2,
      () =>
        orders
          .select('status')
          .distinct()
          .agg(() => ({ n: count() })),
    ],
    'group keys that hold values are computed below': [
      2,
      () => orders.groupBy((o) => [o.total.times(2).as('twice')]).agg(() => ({ n: count() })),
    ],
    'an aggregate that uses a computed column twice': [
      2,
      () => doubled.agg((o) => ({ low: sum(o.twice), high: max(o.twice) })),
    ],
    'a join above an aggregate': [2, () => perStatus.join(customers, (o, c) => o.status.eq(c.city))],
    'a join of an aggregate': [2, () => customers.join(perStatus, (c, o) => o.status.eq(c.city))],
    'a left join of a join': [
      2,
      () =>
        customers.join(
          orders.join(customers, (o, c) => o.customer_id.eq(c.id)).select('total', 'customer_id'),
          (c, o) => c.id.eq(o.customer_id),
          'left',
        ),
    ],
    'a join of a full join, which would empty what stands before it': [
      2,
      () =>
        customers.join(
          orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'full').select('total', 'customer_id'),
          (c, o) => c.id.eq(o.customer_id),
        ),
    ],
    'a join of a join that says nothing about its first table, which would be a cross join': [
      2,
      () =>
        customers.join(
          orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'left').select('total', 'city'),
          'city',
        ),
    ],
    'a condition of a join on a computed column would compute it for each pair': [
      2,
      () => doubled.join(customers, (o, c) => o.twice.eq(c.id)),
    ],
    'a computed column on the right of a join’s condition': [
      2,
      () =>
        customers.join(
          orders.withColumn('twice', (o) => o.id.times(2)),
          (c, o) => c.id.eq(o.twice),
        ),
    ],
    'EXISTS of the left side above a right join would drop unmatched right rows': [
      2,
      () =>
        orders
          .join(customers, (o, c) => o.customer_id.eq(c.id), 'semi')
          .join(customers, (o, c) => o.customer_id.eq(c.id), 'right'),
    ],
    'a computed column of a side that a right join can empty': [
      2,
      () => doubled.join(customers, (o, c) => o.customer_id.eq(c.id), 'right'),
    ],
    'a filter on a computed key would compute it twice': [
      2,
      () =>
        orders
          .groupBy((o) => [upper(o.status).as('word')])
          .count()
          .filter((o) => o.word.eq('PAID')),
    ],
    'a filter below an order by a window would take rows away from it': [
      2,
      () => orders.orderBy(rowNumber().over(byCustomer)).filter((o) => o.total.gt(1)),
    ],
    'a computed column inside of a sort key is no alias': [2, () => doubled.orderBy((o) => o.twice.times(-1))],
    'computed text cannot be sorted by its alias beside a collation': [
      2,
      () => orders.withColumn('word', (o) => upper(o.status)).orderBy('word'),
    ],
    'all rows aggregated stay one row without their last aggregate': [
      2,
      () => orders.agg(() => ({ n: count() })).select(() => [lit(1).as('one')]),
    ],
    'one column under two names is one key to GROUPING SETS': [
      2,
      () =>
        orders
          .select((o) => [o.status, o.status.as('again')])
          .cube('status', 'again')
          .count(),
    ],
    'a right join in a branch of a union': [
      3,
      () =>
        orders
          .join(customers, (o, c) => o.customer_id.eq(c.id), 'right')
          .select('name')
          .union(customers.select('name')),
    ],
    'a full join in a branch of a union': [
      3,
      () =>
        customers.select('name').union(orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'full').select('name')),
    ],
    'the last rows are chosen by the order turned around, and sorted back': [2, () => lastOf(orders.orderBy('id'), 3)],
    'the last of limited rows': [3, () => lastOf(orders.orderBy('id').limit(9), 3)],
    'a union is its branches': [2, () => orders.union(orders)],
    'unions of unions are one union': [3, () => orders.union(orders).union(orders)],
    'an ordered and limited branch of a union': [3, () => orders.orderBy('id').limit(1).union(orders)],
    'a filter above a union': [3, () => orders.union(orders).filter((o) => o.total.gt(1))],
  }
  for (const [reason, [selects, frame]] of Object.entries(chains)) {
    test(`${reason}: ${selects}`, () => expect(selectsOf(frame())).toBe(selects))
  }
})

test('an aggregate or a window inside of what is a query of its own: a block more, on that engine alone', () => {
  const rest = orders.groupBy('status').agg((o) => ({ rest: sum(o.total).mod(1.5) }))
  const later = perStatus.select((o) => [o.status, o.total.mod(1.5).as('rest')])
  const places = orders.select((o) => [rowNumber().over(byCustomer).cast('double').mod(1.5).as('rest'), o.id])
  for (const frame of [rest, later, places]) {
    expect(selectsOf(frame, 'postgres')).toBe(2)
    expect(selectsOf(frame, 'sqlite')).toBe(1)
  }
  expect(
    selectsOf(
      perStatus.filter((o) => o.total.mod(1.5).gt(1)),
      'postgres',
    ),
  ).toBe(2)
})

describe('what is drawn is drawn once', () => {
  const drawn = orders.select((o) => [o.id, o.customer_id, rand().as('lot')])
  const chains: Record<string, [selects: number, frame: () => unknown]> = {
    'named, sorted, limited': [1, () => drawn.orderBy('lot').limit(3)],
    'renamed and passed on': [1, () => drawn.rename({ lot: 'place' }).select('place', 'id')],
    'not read': [1, () => drawn.filter((o) => o.id.gt(1)).select('id')],
    'a condition that draws': [1, () => orders.filter(() => rand().lt(0.5))],
    'read twice': [2, () => drawn.select((o) => [o.lot, o.lot.as('again')])],
    'inside of something else': [2, () => drawn.select((o) => [o.lot.times(10).as('tens')])],
    'sorted by, and inside of something else': [
      2,
      () => drawn.orderBy('lot').select((o) => [o.lot.times(10).as('tens')]),
    ],
    'in a condition': [2, () => drawn.filter((o) => o.lot.gt(0.5))],
    'a text, sorted by': [2, () => orders.select((o) => [o.id, uuid().as('key')]).orderBy('key')],
    'a key': [2, () => orders.groupBy(() => [rand().as('lot')]).count()],
    aggregated: [2, () => drawn.agg((o) => ({ most: max(o.lot) }))],
    'an aggregate of what is drawn, in a condition': [
      2,
      () =>
        orders
          .groupBy('status')
          .agg(() => ({ all: sum(rand()) }))
          .filter((o) => o.all.gt(1)),
    ],
    'left of a join': [2, () => drawn.join(customers, (o, c) => o.customer_id.eq(c.id))],
    'right of a join': [2, () => customers.join(drawn, (c, o) => o.customer_id.eq(c.id))],
    'a condition that draws, left of a join': [
      2,
      () => orders.filter(() => rand().lt(0.5)).join(customers, (o, c) => o.customer_id.eq(c.id)),
    ],
    'a condition that draws, in a semi join': [
      2,
      () =>
        customers.join(
          orders.filter(() => rand().lt(0.5)),
          (c, o) => o.customer_id.eq(c.id),
          'semi',
        ),
    ],
    'between, which PostgreSQL computes twice': [2, () => orders.filter(() => rand().between(0.2, 0.4))],
  }
  for (const [chain, [selects, frame]] of Object.entries(chains)) {
    test(`${chain}: ${selects}`, () => expect(selectsOf(frame())).toBe(selects))
  }
})
