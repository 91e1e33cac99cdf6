/** What a table that nobody described lets be written: every value is untyped, and everything that could be right compiles. */
import { coalesce, count, greatest, nullif, sum, when } from '../../src/index.ts'
import { values } from './equal.ts'
import { nested, session } from './tables.ts'

const x = session.untyped('x')

export const verbs = [
  x.withColumn('l', (c) => when(c.a.gt(1), 'big').otherwise('small')),
  x.withColumn('l', (c) => when(c.a.gt(1), c.b).when(c.a.lt(0), 0)),
  x.filter((c) => when(c.a.gt(1), c.b).otherwise(false)),
  x.groupBy((c) => [when(c.a.gt(1), 'big').otherwise('small').as('l')]).agg({ n: count() }),
  x.groupBy('b').agg((c) => ({ big: sum(when(c.a.gt(1), c.n).otherwise(0)) })),
  x.groupBy('b').agg((c) => ({ big: when(sum(c.a).gt(1), sum(c.n)).otherwise(0) })),
  x.withColumn('l', (c) => coalesce(c.a, 0).plus(1)),
  x.withColumn('l', (c) => greatest(c.a, c.b).plus(nullif(c.a, 0))),
  nested.filter((n) => when(n.doc.getField('a').eq(1), true).otherwise(false)),
  nested.withColumn('l', (n) => coalesce(n.doc.getField('a'), 0).plus(1)),
]

export const columns = [
  // biome-ignore lint/suspicious/noExplicitAny: what the test is about
  values<any>()(coalesce(x.a, 0), nullif(x.a, ''), greatest(x.a, x.b)),
  values<string>()(when(x.a.gt(1), 'big').otherwise('small')),
]
