import { count, lit, sum } from '../../../src/index.ts'
import type { Features } from '../tables.ts'

export const joins: Features = {
  'join by name': ({ orders, customers }) => orders.join(customers.rename({ id: 'customer_id' }), 'customer_id').select('customer_id', 'name'),
  'join by two names': ({ customers }) => customers.join(customers, ['id', 'name']),
  'join inner': ({ orders, customers }) => orders.join(customers, (o, c) => o.customer_id.eq(c.id)).select('id', 'name'),
  'join left': ({ orders, customers }) => orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'left').select('id', 'name'),
  'join left of a filtered side': ({ orders, customers }) =>
    orders.join(customers.filter((c) => c.city.eq('Bern')), (o, c) => o.customer_id.eq(c.id), 'left').select('id', 'name'),
  'join left of a constant': ({ orders, customers }) =>
    orders.join(customers.withColumn('known', lit(true)), (o, c) => o.customer_id.eq(c.id), 'left').select('id', 'known'),
  'join right': ({ orders, customers }) => orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'right').select('id_right', 'total'),
  'join right by name': ({ orders, customers }) => orders.join(customers, 'id', 'right').select('id', 'name', 'total'),
  'join full by name': ({ orders, customers }) => customers.join(orders.select('id', 'total'), 'id', 'full'),
  'join full on no equality': ({ orders, customers }) => customers.select('id').join(orders.select('id', 'total'), (c, o) => c.id.lt(o.id), 'full'),
  'join semi': ({ orders, customers }) => customers.join(orders, (c, o) => c.id.eq(o.customer_id), 'semi'),
  'join semi by text': ({ orders, customers }) => customers.join(orders, (c, o) => c.name.eq(o.status), 'semi'),
  'join anti of a filtered side': ({ orders, customers }) => customers.join(orders.filter((o) => o.total.gt(100)), (c, o) => c.id.eq(o.customer_id), 'anti'),
  'join anti of groups': ({ orders, customers }) => customers.join(orders.groupBy('customer_id').count(), (c, o) => c.id.eq(o.customer_id).and(o.count.gt(1)), 'anti'),
  'join with a suffix': ({ orders, customers }) => customers.join(orders, (c, o) => c.id.eq(o.customer_id), { suffix: '_of_order' }).select('id', 'id_of_order'),
  'join left by two names': ({ customers }) => customers.join(customers.alias('others'), ['id', 'name'], 'left'),
  'join full': ({ orders, customers }) => orders.select('id', 'customer_id').join(customers.select('id', 'name'), (o, c) => o.customer_id.eq(c.id), 'full'),
  'join anti': ({ orders, customers }) => customers.join(orders, (c, o) => c.id.eq(o.customer_id), 'anti'),
  'join anti by name': ({ orders, customers }) => customers.join(orders, 'id', 'anti'),
  'join null safe': ({ customers }) => customers.join(customers.alias('others'), (a, b) => a.city.eqNullSafe(b.city)).select('name', 'name_right'),
  'join of a union': ({ orders, customers }) => customers.join(orders.select('id').union(orders.select('id')), 'id'),
  'join then filter': ({ orders, customers }) => orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'left').filter((j) => j.name.isNull()).select('id'),
  'join then group': ({ orders, customers }) => customers.join(orders, (c, o) => c.id.eq(o.customer_id)).groupBy('name').agg((j) => ({ orders: count(), total: sum(j.total) })),
  'join cross': ({ orders, customers }) => customers.select('name').crossJoin(orders.select('id')),
  'join by inequality': ({ orders }) => orders.select('id', 'total').join(orders.select('id', 'total'), (a, b) => a.total.gt(b.total)),
  'join with itself': ({ customers }) => customers.join(customers, (a, b) => a.city.eq(b.city).and(a.id.lt(b.id))).select('name', 'name_right'),
  'join three tables': ({ orders, customers }) =>
    orders
      .filter((o) => o.status.eq('paid'))
      .join(customers.filter((c) => c.city.eq('Bern')), (o, c) => o.customer_id.eq(c.id))
      .join(customers.select('id', 'city').alias('again'), (oc, c) => oc.id_right.eq(c.id), { how: 'left', suffix: '_2' })
      .select('id', 'name'),
  'join of groups': ({ orders, customers }) =>
    customers.join(orders.groupBy('customer_id').agg(() => ({ n: count() })), (c, o) => c.id.eq(o.customer_id), 'left').select('name', 'n'),
  'join of limited rows': ({ orders, customers }) => orders.orderBy('id').limit(3).join(customers, (o, c) => o.customer_id.eq(c.id)).select('total', 'name'),
} // biome-ignore format: a feature a line
