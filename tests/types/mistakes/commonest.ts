/** The mistakes that people make most: a line says what, the next one makes it. `mistakes.md` has what the checker says. */
import { and, count, datediff, type Session, sum, upper, when } from 'millrace'

declare const session: Session
const orders = session.table('orders')
const customers = session.table('customers')

export const mistakes = [
  // A misspelled column in a condition
  orders.filter((o) => o.amout.gt(100)),
  // A misspelled column in select, as a name
  orders.select('id', 'amout'),
  // A misspelled column in select, as a column
  orders.select((o) => [o.id, o.amout]),
  // A misspelled column in a computed one
  orders.withColumn('net', (o) => o.items.minus(o.discont)),
  // A misspelled key of groupBy
  orders.groupBy('statsu').agg({ n: count() }),
  // A misspelled column in an aggregate
  orders.groupBy('status').agg((o) => ({ total: sum(o.amout) })),
  // A misspelled key of orderBy
  orders.orderBy('amout'),
  // A misspelled column in drop
  orders.drop('amout'),
  // A misspelled column in rename
  orders.rename({ amout: 'total' }),
  // A misspelled column in fillna
  orders.fillna({ discont: 0 }),
  // A column of the other table in a join
  orders.join(customers, (o, c) => o.customer_id.eq(c.customer_id)),
  // A key that one side of a join lacks
  orders.join(customers, 'customer_id'),
  // A misspelled table
  session.table('ordres'),
  // A column that was dropped before
  orders.drop('amount').filter((o) => o.amount.gt(100)),
  // A column that an aggregation does not keep
  orders.groupBy('status').agg({ n: count() }).orderBy('day'),
  // A number beside a text
  orders.filter((o) => o.status.eq(3)),
  // A text beside a number: the name of a column, quoted
  orders.filter((o) => o.items.gt('discount')),
  // Arithmetic with a text
  orders.withColumn('x', (o) => o.items.plus(o.status)),
  // A date beside a number
  orders.filter((o) => o.day.gte(20240101)),
  // A date beside a column of text
  orders.withColumn('age', (o) => datediff(o.placed_at, o.status)),
  // A condition that is none
  orders.filter((o) => o.items),
  // A condition that is a value of TypeScript
  orders.filter((o) => o.items > 3),
  // Conditions combined by the operators of TypeScript
  orders.filter((o) => o.paid && o.items),
  // An aggregate in a condition
  orders.filter((o) => sum(o.items).gt(100)),
  // An aggregate in a computed column, without its window
  orders.withColumn('total', (o) => sum(o.amount)),
  // A column that is no aggregate in agg
  orders.groupBy('status').agg((o) => ({ amount: o.amount })),
  // A grouped frame without its aggregates
  orders.groupBy('status').show(),
  // A function of text of a number
  orders.withColumn('x', (o) => upper(o.items)),
  // A name where a column is asked for
  orders.agg({ total: sum('amount') }),
  // A union of rows that differ
  orders.unionByName(customers),
  // Branches of different kinds
  orders.withColumn('x', (o) => when(o.paid, o.items).otherwise('none')),
  // A computed column without a name
  orders.select((o) => [o.id, o.items.plus(1)]),
  // A kind of join that there is not
  orders.join(customers, 'id', 'lefft'),
  // An option that there is not
  orders.write('copy', { mode: 'overwite' }),
]

// NULL where none may be
export const discounts: Promise<{ discount: number }[]> = orders.select('discount').collect()
// A result that was not awaited
export const rows: { id: number }[] = orders.select('id').collect()
// NULL computed with, as if it were a number
export const net: Promise<{ net: number }[]> = orders.select((o) => [o.items.minus(o.discount).as('net')]).collect()
// A column of rows whose type was said by hand, and is another
export const many: Promise<{ amount: number }[]> = orders.select((o) => [and(o.paid).as('paid')]).collect()
