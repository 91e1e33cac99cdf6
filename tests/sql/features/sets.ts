import type { Features } from '../tables.ts'

export const sets: Features = {
  union: ({ orders, customers }) => customers.select('id').union(orders.select('id')),
  'union widening': ({ orders }) => orders.select('id').union(orders.select('total')),
  'union of limited rows': ({ orders }) => orders.select('id').orderBy('id').limit(1).union(orders.select('id')),
  'union of unions sorted': ({ orders, customers }) =>
    customers.select('id').union(orders.select('id')).union(customers.select('id')).orderBy('id').limit(3),
  'union filtered': ({ orders }) => orders.select('id').union(orders.select('customer_id')).filter((o) => o.id.gt(1)),
  'union of a right join': ({ orders, customers }) =>
    orders.select('id', 'customer_id').join(customers.select('name', 'id'), (o, c) => o.customer_id.eq(c.id), 'right').select('name').union(customers.select('name')),
  'subtract numbers': ({ orders }) => orders.select('id').subtract(orders.select('customer_id')),
  'subtract of a subtraction': ({ orders }) => orders.select('id').subtract(orders.select('customer_id').subtract(orders.select('id'))),
  'intersect sorted': ({ orders }) => orders.select('id').intersect(orders.select('customer_id')).orderBy('id').limit(2),
  'union distinct': ({ customers }) => customers.select('name').union(customers.select('city')).distinct(),
  'union by name': ({ customers }) => customers.select('name', 'id').unionByName(customers.select('id', 'name')),
  'union by name allow missing': ({ customers }) => customers.select('id', 'name').unionByName(customers.select('id', 'city'), { allowMissing: true }),
  intersect: ({ customers }) => customers.select('name').intersect(customers.select('city')),
  'intersect numbers': ({ orders }) => orders.select('id').intersect(orders.select('customer_id')),
  'intersect all': ({ customers }) => customers.select('name').intersectAll(customers.select('city')),
  subtract: ({ customers }) => customers.select('name').subtract(customers.select('city')),
  'except all': ({ orders }) => orders.select('id').exceptAll(orders.select('customer_id')),
} // biome-ignore format: a feature a line
