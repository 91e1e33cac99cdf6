/** Names that the frame does not have. One mistake a line, and beside it what the checker says. */
import { count, lit, sum, Window } from '../../../src/index.ts'
import { customers, orders } from '../tables.ts'

const onId = (l: { id: typeof orders.id }, r: { id: typeof customers.id }) => l.id.eq(r.id)

export const mistakes = [
  orders.totl, // ✗ Property 'totl' does not exist
  orders.col('totl'), // ✗ Argument of type '"totl"' is not assignable to parameter of type '"
  orders.filter((o) => o.totl.gt(1)), // ✗ Property 'totl' does not exist
  orders.select('id', 'totl'), // ✗ Did you mean '"total"'?
  orders.select((o) => [o.id, o.totl]), // ✗ Property 'totl' does not exist
  orders.select('id').filter((o) => o.total.gt(1)), // ✗ Property 'total' does not exist
  orders.withColumn('x', (o) => o.totl.plus(1)), // ✗ Property 'totl' does not exist
  orders.withColumns((o) => ({ x: o.totl })), // ✗ Property 'totl' does not exist
  orders.groupBy('chanel'), // ✗ Did you mean '"channel"'?
  orders.groupBy((o) => [o.chanel]), // ✗ Property 'chanel' does not exist
  orders.groupBy('channel').agg((o) => ({ total: sum(o.totl) })), // ✗ Property 'totl' does not exist
  orders.groupBy('channel').sum('totl'), // ✗ Did you mean '"total"'?
  orders.groupBy('channel').count().total, // ✗ Property 'total' does not exist
  orders.drop('totl'), // ✗ Did you mean '"total"'?
  orders.drop('total').total, // ✗ Property 'total' does not exist
  orders.rename({ totl: 'x' }), // ✗ Did you mean to write 'total'?
  orders.rename({ id: 'order', totl: 'x' }), // ✗ Type '"x"' is not assignable to type '"x" & NoColumn<"totl">'.
  orders.rename({ total: 'x' }).total, // ✗ Property 'total' does not exist
  orders.fillna({ totl: 0 }), // ✗ Did you mean to write 'total'?
  orders.fillna({ discount: 0, totl: 0 }), // ✗ is not assignable to type 'NoColumn<"totl">'.
  orders.fillna(0, ['totl']), // ✗ Did you mean '"total"'?
  orders.dropna({ subset: ['totl'] }), // ✗ Did you mean '"total"'?
  orders.dropDuplicates('chanel'), // ✗ Argument of type '["chanel"]' is not assignable to parameter of type '
  orders.withColumnRenamed('totl', 'x'), // ✗ Argument of type '"totl"' is not assignable to parameter of type '"
  orders.orderBy('totl'), // ✗ Did you mean '"total"'?
  orders.orderBy((o) => o.totl.desc()), // ✗ Property 'totl' does not exist
  orders.join(customers, 'customer_id'), // ✗ Argument of type '"customer_id"' is not assignable to parameter of type '"id" |
  orders.join(customers, (l, r) => l.customer_id.eq(r.idd)), // ✗ Property 'idd' does not exist
  orders.join(customers, (l, r) => l.customer_id.eq(r.id), 'semi').name, // ✗ Property 'name' does not exist
  orders.join(customers, (l, r) => l.customer_id.eq(r.id), { suffix: '_c' }).id_right, // ✗ Property 'id_right' does not exist
  orders.join(customers, onId).join(customers, onId), // ✗ required in type 'ColumnTwice<"id_right">'.
  orders.join(customers, onId, { suffix: '_c' }).join(customers, onId, { how: 'left', suffix: '_c' }), // ✗ required in type 'ColumnTwice<"id_c">'.
  orders.select('id').join(customers, 'id').join(customers, 'id').join(customers, 'id'), // ✗ required in type 'ColumnTwice<
  customers.crossJoin(customers).crossJoin(customers), // ✗ required in type 'ColumnTwice<
  orders.pivot, // ✗ Property 'pivot' does not exist
  orders.groupBy('chanel').pivot('paid', [true]), // ✗ Did you mean '"channel"'?
  orders.groupBy('id').pivot('chanel', ['web']), // ✗ Argument of type '"chanel"' is not assignable to parameter of type
  orders.groupBy('id').pivot('channel', ['web']).agg({ n: count() }).app_n, // ✗ Property 'app_n' does not exist
  orders.unpivot(['id'], ['totl']), // ✗ Did you mean '"total"'?
  orders.unpivot(['id'], ['total'], 'what', 'much').value, // ✗ Property 'value' does not exist
  orders.withColumn('n', (o) => sum(o.total).over(Window.partitionBy(o.chanel))), // ✗ Did you mean 'channel'?
  orders.select('id').unionByName(orders.select('total')), // ✗ required in type 'ColumnsDiffer<"id" | "total">'.
  orders.select('id').unionByName(orders.select('id', 'total')), // ✗ ColumnsDiffer<"total">
  orders.select('id', 'total').unionByName(orders.select('id')), // ✗ ColumnsDiffer<"total">
  orders.select('id', 'total').union(orders.select('id')), // ✗ ColumnsDiffer<"total">
  orders.select('id').unionAll(orders.select('id', 'total')), // ✗ ColumnsDiffer<"total">
  orders.select('id').intersect(orders.select('id', 'total')), // ✗ ColumnsDiffer<"total">
  orders.select('id').subtract(orders.select('id', 'total')), // ✗ ColumnsDiffer<"total">
  orders.select('id').exceptAll(orders.select('id', 'total')), // ✗ ColumnsDiffer<"total">
  orders.write('t', { mode: 'merge', key: 'totl' }), // ✗ Did you mean '"total"'?
  orders.write('t', { mode: 'merge', key: 'id', update: ['totl'] }), // ✗ Did you mean '"total"'?
  orders.write('t', { mode: 'replaceWhere', where: (o) => o.totl.gt(1) }), // ✗ Property 'totl' does not exist
  orders.write('t', { indexes: ['totl'] }), // ✗ Did you mean '"total"'?
  orders.withColumn('x', lit(1)).select('y'), // ✗ Type '"y"' is not assignable to type 'Selection<
]
