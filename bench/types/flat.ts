/** Models that are one query each over tables: thirty operations, none of which reads what another computed. */
import type { Library } from './tables.ts'

/** The row that both give; asking for it makes sure that they do. */
const row = (c: (index: number) => string): string =>
  `{ ${c(0)}: number; ${c(2)}: string; ${c(3)}: Date; label: string | null; second: string | null; net: number | null; gross: number | null; kind: string; upper_name: string; total: number | null; nth: number; previous: number | null; rounded: number | null; day: string; named: string }`

export const flat: Readonly<Record<Library, (model: number) => string>> = {
  millrace(model) {
    const c = (index: number) => `m${model}_c${index}`
    return `export const model${model} = session.table<Table${model}>('t${model}')
  .join(lookup, (l, r) => l.${c(0)}.eq(r.id), 'left')
  .join(lookup, (l, r) => l.${c(5)}.eq(r.id), { suffix: '_second' })
  .filter((o) => o.${c(0)}.gt(0))
  .filter((o) => or(o.${c(2)}.isin(['a', 'b']), and(o.${c(1)}.gte(5), o.${c(7)}.eq('c'))))
  .filter((o) => o.${c(1)}.isNotNull())
  .filter((o) => o.${c(7)}.like('x%'))
  .filter((o) => o.${c(3)}.gte(new Date(0)))
  .filter((o) => o.${c(10)}.ne(3))
  .filter((o) => o.${c(15)}.lt(100))
  .filter((o) => o.${c(17)}.isin(['p', 'q']))
  .filter((o) => o.${c(20)}.between(1, 9))
  .filter((o) => o.name.isNotNull())
  .filter((o) => o.name_second.ne('none'))
  .withColumn('net', (o) => o.${c(1)}.minus(coalesce(o.${c(6)}, 0)))
  .withColumn('gross', (o) => o.${c(1)}.times(1.2))
  .withColumn('kind', (o) => when(o.${c(1)}.gt(10), 'big').otherwise('small'))
  .withColumn('upper_name', (o) => upper(o.${c(2)}))
  .withColumn('total', (o) => o.${c(20)}.plus(o.${c(21)}))
  .withColumn('nth', (o) => rowNumber().over(Window.partitionBy(o.${c(2)}).orderBy(o.${c(3)})))
  .withColumn('previous', (o) => lag(o.${c(1)}).over(Window.partitionBy(o.${c(2)}).orderBy(o.${c(3)})))
  .withColumn('rounded', (o) => round(o.${c(6)}, 2))
  .withColumn('day', (o) => o.${c(3)}.cast('string'))
  .withColumn('named', (o) => coalesce(o.name, lit('none')))
  .withColumnRenamed('name', 'label')
  .withColumnRenamed('name_second', 'second')
  .select('${c(0)}', '${c(2)}', '${c(3)}', 'label', 'second', 'net', 'gross', 'kind', 'upper_name', 'total', 'nth', 'previous', 'rounded', 'day', 'named')
  .distinct()
  .orderBy((o) => [o.net.desc(), o.${c(3)}])
  .limit(1000)
  .offset(10)
export const rows${model}: Promise<${row(c)}[]> = model${model}.collect()`
  },
  kysely(model) {
    const c = (index: number) => `m${model}_c${index}`
    return `export const model${model} = db.selectFrom('t${model}')
  .leftJoin('lookup as first', 'first.id', '${c(0)}')
  .innerJoin('lookup as second', 'second.id', '${c(5)}')
  .where('${c(0)}', '>', 0)
  .where((eb) => eb.or([eb('${c(2)}', 'in', ['a', 'b']), eb.and([eb('${c(1)}', '>=', 5), eb('${c(7)}', '=', 'c')])]))
  .where('${c(1)}', 'is not', null)
  .where('${c(7)}', 'like', 'x%')
  .where('${c(3)}', '>=', new Date(0))
  .where('${c(10)}', '!=', 3)
  .where('${c(15)}', '<', 100)
  .where('${c(17)}', 'in', ['p', 'q'])
  .where((eb) => eb.between('${c(20)}', 1, 9))
  .where('first.name', 'is not', null)
  .where('second.name', '!=', 'none')
  .select((eb) => eb('${c(1)}', '-', eb.fn.coalesce('${c(6)}', eb.lit(0))).as('net'))
  .select((eb) => eb('${c(1)}', '*', 1.2).as('gross'))
  .select((eb) => eb.case().when('${c(1)}', '>', 10).then('big').else('small').end().as('kind'))
  .select((eb) => eb.fn<string>('upper', ['${c(2)}']).as('upper_name'))
  .select((eb) => eb('${c(20)}', '+', eb.ref('${c(21)}')).as('total'))
  .select((eb) => eb.fn.agg<number>('row_number').over((ob) => ob.partitionBy('${c(2)}').orderBy('${c(3)}')).as('nth'))
  .select((eb) => eb.fn.agg<number | null>('lag', ['${c(1)}']).over((ob) => ob.partitionBy('${c(2)}').orderBy('${c(3)}')).as('previous'))
  .select((eb) => eb.fn<number | null>('round', ['${c(6)}', eb.lit(2)]).as('rounded'))
  .select((eb) => eb.cast<string>('${c(3)}', 'text').as('day'))
  .select((eb) => eb.fn.coalesce('first.name', eb.val('none')).as('named'))
  .select('first.name as label')
  .select('second.name as second')
  .select(['${c(0)}', '${c(2)}', '${c(3)}'])
  .distinct()
  .orderBy('net', 'desc')
  .orderBy('${c(3)}')
  .limit(1000)
  .offset(10)
export const rows${model}: Promise<${row(c)}[]> = model${model}.execute()`
  },
}
