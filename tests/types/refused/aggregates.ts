/** Aggregates among rows, and rows among aggregates. One mistake a line, and beside it what the checker says. */
import { and, avg, coalesce, count, lag, not, round, rowNumber, sum, when, Window } from '../../../src/index.ts'
import { customers, orders } from '../tables.ts'

const w = Window.orderBy(orders.id)

export const mistakes = [
  orders.groupBy('channel').agg((o) => ({ total: o.total })), // ✗ Type '{ total: NamedColumn<"total", number>; }' is not assignable to type 'Aggregates'.
  orders.groupBy('channel').agg((o) => ({ total: o.total.plus(1) })), // ✗ Type '{ total: Column<number>; }' is not assignable to type 'Aggregates'.
  orders.groupBy('channel').agg((o) => ({ n: count(), total: round(o.total, 2) })), // ✗ Type '{ n: Aggregate<number>; total: Column<number>; }' is not assignable to type 'Aggregates'.
  orders.groupBy('channel').agg((o) => ({ total: sum(o.total).plus(o.total) })), // ✗ Type '{ total: Mixed<Numeric | null>; }' is not assignable to type 'Aggregates'.
  orders.groupBy('channel').agg((o) => ({ total: coalesce(sum(o.total), o.total) })), // ✗ Type '{ total: Mixed<number>; }' is not assignable to type 'Aggregates'.
  orders.groupBy('channel').agg((o) => ({ total: when(o.total.gt(1), sum(o.total)) })), // ✗ Type '{ total: Case<number | null>; }' is not assignable to type 'Aggregates'.
  orders.groupBy('channel').agg((o) => ({ big: and(o.total.gt(1), sum(o.total).gt(1)) })), // ✗ Type '{ big: Mixed<boolean | null>; }' is not assignable to type 'Aggregates'.
  orders.groupBy('channel').agg({ n: rowNumber() }), // ✗ Type 'WindowFunction<number>' is missing the following properties from type 'PerGroup<any>': [GRAIN], [VALUE]
  orders.groupBy('channel').agg((o) => ({ n: sum(o.total).over(w) })), // ✗ Type '{ n: Column<number | null>; }' is not assignable to type 'Aggregates'.
  orders.groupBy('channel').agg(sum(orders.total)), // ✗ Type 'Aggregate<number | null>' is not assignable to type 'Aggregates'.
  orders.agg((o) => ({ total: sum(sum(o.total)) })), // ✗ Argument of type 'Aggregate<number | null>' is not assignable to parameter of type 'Rows<number | null>'.
  orders.agg((o) => ({ total: 3 })), // ✗ Type '{ total: number; }' is not assignable to type 'Aggregates'.
  orders.withColumn('total', (o) => sum(o.total)), // ✗ Type 'Aggregate<number | null>' is not assignable to type 'RowColumn<number | null>'.
  orders.withColumns((o) => ({ n: count() })), // ✗ Type '{ n: Aggregate<number>; }' is not assignable to type 'Record<string, AnyColumn & NoAggregate>'.
  orders.withColumn('n', rowNumber()), // ✗ Argument of type 'WindowFunction<number>' is not assignable to parameter of type
  orders.withColumn('p', (o) => lag(o.total).plus(1)), // ✗ Property 'plus' does not exist
  orders.withColumn('p', (o) => sum(o.total).plus(1).over(w)), // ✗ Property 'over' does not exist
  orders.withColumn('p', (o) => o.total.over(w)), // ✗ Property 'over' does not exist
  orders.select((o) => [sum(o.total).as('total')]), // ✗ Type '"group"' is not assignable to type '"
  orders.select((o) => [o.total.plus(1)]), // ✗ Type 'Column<number>' is not assignable to type 'NamedColumn<string, unknown> & NoAggregate'.
  orders.groupBy((o) => [sum(o.total).as('k')]), // ✗ Type '"group"' is not assignable to type '"
  orders.groupBy((o) => [o.total.plus(1)]), // ✗ Type 'Column<number>' is not assignable to type 'NamedColumn<string, unknown> & NoAggregate'.
  orders.withColumn('share', (o) => o.total.div(sum(o.total))), // ✗ Type 'Mixed<number | null>' is not assignable to type 'RowColumn<number | null>'.
  orders.withColumn('rest', (o) => sum(o.total).minus(o.total)), // ✗ Type 'Mixed<Numeric | null>' is not assignable to type 'RowColumn<Numeric | null>'.
  orders.withColumn('big', (o) => avg(o.total).gt(o.total)), // ✗ Type 'Mixed<boolean | null>' is not assignable to type 'RowColumn<boolean | null>'.
  orders.withColumn('filled', (o) => coalesce(o.discount, avg(o.discount))), // ✗ Type 'Mixed<number | null>' is not assignable to type 'RowColumn<number | null>'.
  orders.withColumn('big', (o) => o.total.gt(avg(o.total))), // ✗ Type 'Mixed<boolean | null>' is not assignable to type 'RowColumn<boolean | null>'.
  orders.withColumn('some', (o) => o.total.between(1, avg(o.total))), // ✗ Type 'Mixed<boolean | null>' is not assignable to type 'RowColumn<boolean | null>'.
  orders.withColumn('both', (o) => o.total.gt(1).and(avg(o.total).gt(1))), // ✗ Type 'Mixed<boolean | null>' is not assignable to type 'RowColumn<boolean | null>'.
  orders.withColumn('share', (o) => o.total.div(sum(o.total)).times(100)), // ✗ Type 'Mixed<number | null>' is not assignable to type 'RowColumn<number | null>'.
  orders.withColumn('large', (o) => o.total.div(sum(o.total)).gt(1)), // ✗ Type 'Mixed<boolean | null>' is not assignable to type 'RowColumn<boolean | null>'.
  orders.withColumn('text', (o) => o.total.div(sum(o.total)).cast('string')), // ✗ Type 'Mixed<string | null>' is not assignable to type 'RowColumn<string | null>'.
  orders.withColumn('round', (o) => round(o.total.div(sum(o.total)), 2)), // ✗ Type 'Mixed<number | null>' is not assignable to type 'RowColumn<number | null>'.
  orders.withColumn('small', (o) => not(o.total.gt(avg(o.total)))), // ✗ Type 'Mixed<boolean | null>' is not assignable to type 'RowColumn<boolean | null>'.
  orders.join(customers, (l, r) => l.total.gt(avg(r.id))), // ✗ Type 'Mixed<boolean | null>' is not assignable to type 'RowColumn<boolean | null>'.
  orders.withColumns((o) => ({ share: o.total.div(sum(o.total)) })), // ✗ Type '{ share: Mixed<number | null>; }' is not assignable to type 'Record<string, AnyColumn & NoAggregate>'.
  orders.filter((o) => sum(o.total).gt(1)), // ✗ Type 'Aggregated<boolean | null>' is not assignable to type 'NoAggregateAlone'.
  orders.filter(count().gt(1)), // ✗ Type 'Aggregated<boolean>' is not assignable to type 'NoAggregateAlone'.
  orders.join(customers, (l, r) => sum(l.total).eq(avg(r.id))), // ✗ Type 'Aggregated<boolean | null>' is not assignable to type 'RowColumn<boolean | null>'.
]
