/** Aggregates of the wrong kind of column. One mistake a line, and beside it what the checker says. */
import {
  approxCountDistinct, bitAnd, bitXor, collectList, corr, covarPop, every, first, kurtosis, lag, last, listagg, listaggDistinct, maxBy, median, mode,
  percentile, percentileApprox, product, regrSlope, skewness, some, std, stringAgg, sum, tryAvg, trySum, Window,
} from '../../../src/index.ts' // biome-ignore format: one glance
import { orders } from '../tables.ts'

const w = Window.orderBy(orders.id)

export const mistakes = [
  trySum(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Rows<Numeric | null>'.
  tryAvg(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Rows<Numeric | null>'.
  product(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Rows<Numeric | null>'.
  std(orders.placed_at), // ✗ Argument of type 'NamedColumn<"placed_at", Date>' is not assignable to parameter of type 'Rows<Numeric | null>'.
  skewness(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Rows<Numeric | null>'.
  kurtosis(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Rows<Numeric | null>'.
  corr(orders.total, orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Rows<Numeric | null>'.
  covarPop(orders.day, orders.total), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Rows<Numeric | null>'.
  regrSlope(orders.total), // ✗ Expected 2 arguments, but got 1.
  median(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Rows<Numeric | null>'.
  percentile(orders.total), // ✗ Expected 2 arguments, but got 1.
  percentile(orders.total, '0.5'), // ✗ No overload matches this call.
  percentile(orders.channel, 0.5), // ✗ No overload matches this call.
  percentileApprox(orders.total, orders.channel), // ✗ No overload matches this call.
  bitAnd(orders.channel), // ✗ Argument of type 'NamedColumn<"channel", string>' is not assignable to parameter of type 'Rows<number | null>'.
  bitXor(orders.price), // ✗ Argument of type 'NamedColumn<"price", Decimal>' is not assignable to parameter of type 'Rows<number | null>'.
  every(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Rows<boolean | null>'.
  some('paid'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Rows<boolean | null>'.
  listagg(orders.total, ','), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Rows<Text | null>'.
  listagg(orders.channel, 3), // ✗ Argument of type 'number' is not assignable to parameter of type 'string'.
  stringAgg(orders.day), // ✗ Argument of type 'NamedColumn<"day", SqlDate>' is not assignable to parameter of type 'Rows<Text | null>'.
  listaggDistinct(orders.paid), // ✗ Argument of type 'NamedColumn<"paid", boolean | null>' is not assignable to parameter of type 'Rows<Text | null>'.
  first(orders.channel, 'yes'), // ✗ Argument of type '"yes"' is not assignable to parameter of type 'boolean | undefined'.
  first('channel'), // ✗ Argument of type 'string' is not assignable to parameter of type 'Rows<unknown>'.
  maxBy(orders.channel), // ✗ Expected 2 arguments, but got 1.
  mode(sum(orders.total)), // ✗ Argument of type 'Aggregate<number | null>' is not assignable to parameter of type 'Rows<number | null>'.
  collectList(first(orders.channel)), // ✗ Argument of type 'Aggregate<string | null>' is not assignable to parameter of type 'Rows<string | null>'.
  approxCountDistinct(orders.id, 'exact'), // ✗ Argument of type 'string' is not assignable to parameter of type 'number'.
  last(lag(orders.total)), // ✗ Argument of type 'WindowFunction<number | null>' is not assignable to parameter of type 'Rows<unknown>'.
  orders.groupBy('channel').agg((o) => ({ all: collectList(o.total).plus(1) })), // ✗ No overload matches this call.
  orders.groupBy('channel').agg((o) => ({ first: first(o.channel).plus(1) })), // ✗ No overload matches this call.
  orders.groupBy('channel').agg((o) => ({ first: first(o.total).over(w) })), // ✗ Type '{ first: Column<number | null>; }' is not assignable to type 'Aggregates'.
  orders.withColumn('first', (o) => first(o.total)), // ✗ Type 'Aggregate<number | null>' is not assignable to type 'RowColumn<number | null>'.
]
