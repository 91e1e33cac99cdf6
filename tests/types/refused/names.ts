/** Names that the frame does not have. One mistake a line, and beside it what the checker says. */
import { lit, sum } from '../../../src/index.ts'
import { customers, orders } from '../tables.ts'

export const mistakes = [
  orders.totl, // ✗ Property 'totl' does not exist
  orders.col('totl'), // ✗ Argument of type '"totl"' is not assignable to parameter of type '"
  orders.filter((o) => o.totl.gt(1)), // ✗ Property 'totl' does not exist
  orders.select('id', 'totl'), // ✗ Argument of type '"totl"' is not assignable to parameter of type 'Selection
  orders.select((o) => [o.id, o.totl]), // ✗ Property 'totl' does not exist
  orders.select('id').filter((o) => o.total.gt(1)), // ✗ Property 'total' does not exist
  orders.withColumn('x', (o) => o.totl.plus(1)), // ✗ Property 'totl' does not exist
  orders.withColumns((o) => ({ x: o.totl })), // ✗ Property 'totl' does not exist
  orders.groupBy('chanel'), // ✗ Argument of type '"chanel"' is not assignable to parameter of type 'Selection
  orders.groupBy((o) => [o.chanel]), // ✗ Property 'chanel' does not exist
  orders.groupBy('channel').agg((o) => ({ total: sum(o.totl) })), // ✗ Property 'totl' does not exist
  orders.groupBy('channel').sum('totl'), // ✗ Argument of type '"totl"' is not assignable to parameter of type 'NumericName
  orders.groupBy('channel').count().total, // ✗ Property 'total' does not exist
  orders.drop('totl'), // ✗ Argument of type '"totl"' is not assignable to parameter of type '"
  orders.drop('total').total, // ✗ Property 'total' does not exist
  orders.rename({ totl: 'x' }), // ✗ Did you mean to write 'total'?
  orders.rename({ id: 'order', totl: 'x' }), // ✗ Type '"x"' is not assignable to type '"x" & NoColumn<"totl">'.
  orders.rename({ total: 'x' }).total, // ✗ Property 'total' does not exist
  orders.withColumnRenamed('totl', 'x'), // ✗ Argument of type '"totl"' is not assignable to parameter of type '"
  orders.orderBy('totl'), // ✗ Argument of type '"totl"' is not assignable to parameter of type 'OrderOf
  orders.orderBy((o) => o.totl.desc()), // ✗ Property 'totl' does not exist
  orders.join(customers, 'customer_id'), // ✗ Argument of type '"customer_id"' is not assignable to parameter of type '"id" | readonly "id"[]'.
  orders.join(customers, (l, r) => l.customer_id.eq(r.idd)), // ✗ Property 'idd' does not exist
  orders.join(customers, (l, r) => l.customer_id.eq(r.id), 'semi').name, // ✗ Property 'name' does not exist
  orders.join(customers, (l, r) => l.customer_id.eq(r.id), { suffix: '_c' }).id_right, // ✗ Property 'id_right' does not exist
  orders.select('id').unionByName(orders.select('total')), // ✗ Property 'id' is missing in type '{ total: number; }' but required in type '{ id: number | Decimal | null; }'.
  orders.write('t', { mode: 'merge', key: 'totl' }), // ✗ Did you mean '"total"'?
  orders.write('t', { mode: 'merge', key: 'id', update: ['totl'] }), // ✗ Did you mean '"total"'?
  orders.write('t', { mode: 'replaceWhere', where: (o) => o.totl.gt(1) }), // ✗ Property 'totl' does not exist
  orders.write('t', { indexes: ['totl'] }), // ✗ Did you mean '"total"'?
  orders.withColumn('x', lit(1)).select('y'), // ✗ Argument of type '"y"' is not assignable to parameter of type 'Selection
]
