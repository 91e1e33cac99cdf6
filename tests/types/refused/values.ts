/** Values of the wrong kind. One mistake a line, and beside it what the checker says. */
import { coalesce, dateTrunc, datediff, lit, schema, sum, upper, when, Window } from '../../../src/index.ts'
import { customers, orders, session } from '../tables.ts'

export const mistakes = [
  orders.total.eq('12'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number | bigint | ColumnFrom<number | Decimal, "row">'.
  orders.channel.gt(3), // ✗ Argument of type 'number' is not assignable to parameter of type 'string | ColumnFrom<Text, "row">'.
  orders.channel.eq(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'string | ColumnFrom<Text | null, "row">'.
  orders.channel.eq(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'string | ColumnFrom<Text | null, "row">'.
  orders.day.eq(3), // ✗ Argument of type 'number' is not assignable to parameter of type 'string | ColumnFrom<
  orders.paid.eq('yes'), // ✗ Argument of type '"yes"' is not assignable to parameter of type 'boolean | ColumnFrom<boolean, "row">'.
  orders.total.isin(['web']), // ✗ Type 'string' is not assignable to type 'number | bigint | null'.
  orders.total.between(1, 'b'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number | bigint | ColumnFrom<number | Decimal, "row">'.
  orders.channel.plus(1), // ✗ Type 'string' is not assignable to type 'Numeric | null'.
  orders.total.plus('1'), // ✗ Argument of type '"1"' is not assignable to parameter of type
  orders.total.plus(orders.channel), // ✗ Type 'NamedColumn<"channel", string>' is not assignable to type 'Decimal'.
  orders.day.minus(orders.day), // ✗ Type 'SqlDate' is not assignable to type 'Numeric | null'.
  orders.total.like('1%'), // ✗ Type 'number' is not assignable to type 'Text'.
  orders.day.like('2024%'), // ✗ Type 'SqlDate' is not assignable to type 'Text | null'.
  upper(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Texts'.
  upper(orders.price), // ✗ Argument of type 'NamedColumn<"price", Decimal>' is not assignable to parameter of type 'Texts'.
  upper('text'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Texts'.
  sum('total'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Rows<Numeric | null>'.
  sum(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Rows<Numeric | null>'.
  orders.groupBy('channel').sum('day'), // ✗ Type '"day"' is not assignable to type 'NumericName<
  datediff(orders.channel, orders.day), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Moments'.
  dateTrunc('fortnight', orders.day), // ✗ Argument of type '"fortnight"' is not assignable to parameter of type 'TruncationUnit'.
  coalesce(orders.discount, 'none'), // ✗ Argument of type '"none"' is not assignable to parameter of type 'Beside<number | null>'.
  when(orders.total, 'x'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Condition'.
  when(orders.paid, 'yes').otherwise(0), // ✗ Argument of type '0' is not assignable to parameter of type 'Beside<string>'.
  when(orders.paid, orders.day).otherwise(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Beside<SqlDate>'.
  orders.filter(orders.total), // ✗ Type 'NamedColumn<"total", number>' is not assignable to type 'Condition'.
  orders.filter((o) => o.channel), // ✗ Type 'NamedColumn<"channel", string>' is not assignable to type 'RowCondition'.
  orders.filter(true), // ✗ Argument of type 'boolean' is not assignable to parameter of type 'ConditionOf
  orders.filter('total > 1'), // ✗ Argument of type 'string' is not assignable to parameter of type 'ConditionOf
  orders.withColumn('x', 1), // ✗ Argument of type 'number' is not assignable to parameter of type
  orders.withColumn('x', (o) => o.total.asc()), // ✗ Type 'SortKey' is not assignable to type 'RowColumn<unknown>'.
  orders.total.gt(1).and(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'ColumnFrom<boolean | null, "row">'.
  orders.total.cast('strng'), // ✗ Argument of type '"strng"' is not assignable to parameter of type 'TypeName'.
  schema({ a: 'array<lnog>' }), // ✗ Type '"array<lnog>"' is not assignable to type
  schema({ a: 'array<array<long>>', b: 'array<lnog<long>>' }), // ✗ Type '"array<lnog<long>>"' is not assignable to type
  lit(1, 'integer'), // ✗ Argument of type '"integer"' is not assignable to parameter of type 'TypeName'.
  schema({ id: 'longg' }), // ✗ Did you mean '"long"'?
  session.table('t', schema({ id: 'int!' })), // ✗ Did you mean '"int"'?
  orders.limit('3'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number'.
  orders.join(customers, (l, r) => l.customer_id.eq(r.name)), // ✗ Type 'NamedColumn<"name", string>' is not assignable to type 'ColumnFrom<number | Decimal | null, "row">'.
  orders.join(customers.withColumnRenamed('name', 'total'), 'total'), // ✗ Argument of type '"total"' is not assignable to parameter of type '"id" | 
  orders.join(customers, 'id', 'lefft'), // ✗ Argument of type '"lefft"' is not assignable to parameter of type '
  orders.join(customers, 'id', { how: 'sideways' }), // ✗ Type '"sideways"' is not assignable to type 'How | undefined'.
  orders.join(customers, 'id', { sufix: '_c' }), // ✗ Did you mean to write 'suffix'?
  orders.join('customers', 'id'), // ✗ Argument of type 'string' is not assignable to parameter of type 'FrameOf<unknown>'.
  orders.select('id').unionByName(orders.select('channel').rename({ channel: 'id' })), // ✗ ColumnsDiffer<"id">
  orders.select('id').union(orders.select('channel').rename({ channel: 'id' })), // ✗ ColumnsDiffer<"id">
  orders.select('day').intersectAll(orders.select('channel').rename({ channel: 'day' })), // ✗ ColumnsDiffer<"day">
  orders.select('id').except(orders.select('paid').rename({ paid: 'id' })), // ✗ ColumnsDiffer<"id">
  orders.unpivot(['id'], ['total', 'channel']), // ✗ but required in type 'MixedKinds<
  orders.melt(['id'], ['total', 'channel']), // ✗ but required in type 'MixedKinds<
  orders.write('t', { mode: 'overwite' }), // ✗ Did you mean '"overwrite"'?
  orders.write('t', { mdoe: 'overwrite' }), // ✗ Object literal may only specify known properties, and 'mdoe' does not exist
  orders.write('t', { mode: 'merge' }), // ✗ Property 'key' is missing
  orders.write('t', { mode: 'deleteInsert', key: 'id', update: ['total'] }), // ✗ 'update' does not exist
  orders.write('t', { mode: 'replaceWhere', where: (o) => o.day }), // ✗ Type 'NamedColumn<"day", SqlDate>' is not assignable
  orders.write('t', { mode: 'merge', key: 'id', dedupeBy: (o) => o.total }), // ✗ Type 'NamedColumn<"total", number>' is not assignable to type
  orders.orderBy((o) => 'total'.length), // ✗ Type 'number' is not assignable to type
  orders.fillna({ discount: 'none' }), // ✗ Type 'string' is not assignable to type 'number
  orders.dropna({ how: 'some' }), // ✗ Type '"some"' is not assignable to type
  orders.groupBy('id').pivot('channel', [1]), // ✗ Type 'number' is not assignable to type 'string'.
  Window.partitionBy('channel'), // ✗ Argument of type 'string' is not assignable to parameter of type 'ColumnOf<unknown>'.
]

export const stringIsNoNumber: Promise<{ total: string }[]> = orders.select('total').collect() // ✗ Type 'Promise<{ total: number; }[]>' is not assignable to type 'Promise<{ total: string; }[]>'.
