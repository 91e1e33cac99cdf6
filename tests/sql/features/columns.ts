import { lit, lower, rand, schema, upper, when } from '../../../src/index.ts'
import type { Features } from '../tables.ts'

/** What a SELECT gives out. */
export const columns: Features = {
  table: ({ orders }) => orders,
  'table in a schema': ({ samples }) => samples.select('id'),
  'select names': ({ orders }) => orders.select('id', 'total'),
  'select computed': ({ orders }) => orders.select((o) => [o.id, o.total.times(2).as('twice')]),
  'select a name twice': ({ orders }) => orders.select((o) => [o.id.as('a'), o.id.as('b')]),
  'select constants': ({ customers }) =>
    customers.select((c) => [c.id, lit('x').as('t'), lit(1).as('n'), lit(1.5).as('d'), lit(true).as('b'), lit(null).as('nothing')]),
  'select typed constants': ({ customers }) =>
    customers.select(() => [lit(1, 'int').as('i'), lit('1.50', 'decimal(12,2)').as('p'), lit('2024-02-29', 'date').as('d'), lit('2024-02-29 12:30:00', 'timestamp').as('m')]),
  'select conditions': ({ samples }) =>
    samples.select((s) => [s.number.gt(1).as('more'), s.id.gt(1).as('always'), s.flag.as('flag'), s.flag.and(s.id.lt(9)).as('both'), s.flag.eq(s.number.isNull()).as('same')]),
  'select texts': ({ orders }) =>
    orders.filter((o) => o.total.gt(1)).selectExpr('id', 'total * 2 as twice', schema({ id: 'long', twice: 'double?' })).filter((o) => o.twice.lt(9)),
  'with column': ({ customers }) => customers.withColumn('shout', (c) => upper(c.name)),
  'with column in place': ({ customers }) => customers.withColumn('name', (c) => lower(c.name)),
  'with columns': ({ orders }) => orders.select('id', 'total').withColumns((o) => ({ total: o.total.plus(1), before: o.total })),
  'with column used again': ({ orders }) =>
    orders.select('id', 'total').withColumn('twice', (o) => o.total.times(2)).withColumn('square', (o) => o.twice.times(o.twice)),
  rename: ({ customers }) => customers.rename({ name: 'city', city: 'name' }),
  drop: ({ customers }) => customers.drop('city'),
  'to df': ({ customers }) => customers.toDF('a', 'b', 'c'),
  alias: ({ customers }) => customers.alias('c').filter((c) => c.id.gt(1)),
  'case when': ({ customers }) => customers.select((c) => [when(c.city.isNull(), 'nowhere').otherwise(c.city).as('place')]),
  'case without otherwise': ({ orders }) => orders.select((o) => [when(o.total.gt(100), 'large').when(o.total.gt(10), 'small').as('size')]),
  'case of conditions': ({ orders }) => orders.select((o) => [when(o.total.gt(100), o.status.eq('paid')).otherwise(false).as('safe')]),
  arithmetic: ({ samples }) =>
    samples.select((s) => [
      s.number.plus(1).as('plus'), s.number.minus(s.small).as('minus'), s.number.times(2).plus(1).times(3).as('nested'), s.number.div(2).as('div'), s.number.mod(3).as('mod'),
      s.ratio.div(s.number).as('ratio'),
    ]),
  'arithmetic of decimals': ({ samples }) =>
    samples.select((s) => [s.price.plus(1).as('plus'), s.price.minus(s.price).as('minus'), s.price.times(s.price).as('times'), s.price.div(3).as('div'), s.price.mod(2).as('mod')]),
  'bits of numbers': ({ samples }) =>
    samples.select((s) => [s.number.bitwiseAND(12).as('and'), s.number.bitwiseOR(s.small).as('or'), s.small.bitwiseXOR(5).as('xor'), s.number.bitwiseAND(12).bitwiseOR(1).as('both')]),
  'part of a text': ({ customers }) => customers.select((c) => [c.name.substr(2, 3).as('middle'), c.name.substr(-2, 2).as('end')]),
  'text matches': ({ customers }) => customers.select((c) => [c.name.rlike('^A+$').as('many'), c.name.like('A%').as('begins')]),
  'what is drawn, read twice': ({ orders }) => orders.select((o) => [o.id, rand().as('lot')]).select((o) => [o.id, o.lot, o.lot.gt(0.5).as('high')]),
  'name with signs': ({ session }) => session.createDataFrame([{ 'a "b" [c] d?': 1 }]).filter((f) => f['a "b" [c] d?'].gt(0)),
} // biome-ignore format: a feature a line
