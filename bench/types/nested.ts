/**
 * Models whose every step reads the result of the one before: thirty operations. A frame's verbs mean just that; in Kysely
 * each is a query over a subquery, and a column that is renamed or dropped means listing the others.
 */
import { columnsOf, type Library } from './tables.ts'

/** The row that both give; asking for it makes sure that they do. */
const ROW =
  '{ label: string; kind: string; n: number; total: number | null; best: number | null; exact: number | null; share: number | null }'

export const nested: Readonly<Record<Library, (model: number) => string>> = {
  millrace(model) {
    const c = (index: number) => `m${model}_c${index}`
    return `export const model${model} = session.table<Table${model}>('t${model}')
  .filter((o) => o.${c(0)}.gt(0))
  .filter((o) => or(o.${c(2)}.isin(['a', 'b']), and(o.${c(1)}.gte(5), o.${c(7)}.eq('c'))))
  .withColumn('net', (o) => o.${c(1)}.minus(coalesce(o.${c(6)}, 0)))
  .withColumn('gross', (o) => o.net.times(1.2))
  .withColumn('kind', (o) => when(o.net.gt(10), 'big').otherwise('small'))
  .withColumns((o) => ({ upper_name: upper(o.${c(2)}), day: toDate(o.${c(3)}) }))
  .rename({ ${c(10)}: 'renamed' })
  .drop('${c(11)}', '${c(12)}')
  .filter((o) => o.renamed.ne(3))
  .orderBy((o) => [o.net.desc(), o.day])
  .limit(1000)
  .join(lookup, (l, r) => l.${c(0)}.eq(r.id), 'left')
  .withColumn('label', (o) => coalesce(o.name, lit('none')))
  .filter((o) => o.label.ne('none'))
  .join(lookup, (l, r) => l.${c(5)}.eq(r.id), { suffix: '_second' })
  .drop('name_second')
  .withColumn('nth', (o) => rowNumber().over(Window.partitionBy(o.label).orderBy(o.day)))
  .filter((o) => o.nth.lte(100))
  .withColumn('previous', (o) => lag(o.net).over(Window.partitionBy(o.label).orderBy(o.day)))
  .withColumn('change', (o) => o.net.minus(o.previous))
  .withColumn('rounded', (o) => round(o.change, 2))
  .filter((o) => o.rounded.isNotNull())
  .distinct()
  .withColumn('text', (o) => o.rounded.cast('string'))
  .select('label', 'kind', 'net', 'gross', 'day', 'text', '${c(15)}', '${c(17)}', '${c(24)}')
  .filter((o) => o.text.like('1%'))
  .groupBy('label', 'kind')
  .agg((o) => ({ n: count(), total: sum(o.net), best: max(o.gross), exact: sum(o.${c(24)}) }))
  .withColumn('share', (o) => o.total.div(o.n))
  .orderBy('label', 'kind')
export const rows${model}: Promise<${ROW}[]> = model${model}.collect()`
  },
  kysely(model) {
    const c = (index: number) => `m${model}_c${index}`
    const kept = columnsOf(model).filter((name) => name !== c(10))
    const added = ['net', 'gross', 'kind', 'upper_name', 'day']
    const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')
    const step = (place: number) => `model${model}_${place}`
    /** What each step says after `db.selectFrom(…)` of the one before. */
    const steps = [
      `selectAll().where('${c(0)}', '>', 0)`,
      `selectAll().where((eb) => eb.or([eb('${c(2)}', 'in', ['a', 'b']), eb.and([eb('${c(1)}', '>=', 5), eb('${c(7)}', '=', 'c')])]))`,
      `selectAll().select((eb) => eb('${c(1)}', '-', eb.fn.coalesce('${c(6)}', eb.lit(0))).as('net'))`,
      "selectAll().select((eb) => eb('net', '*', 1.2).as('gross'))",
      "selectAll().select((eb) => eb.case().when('net', '>', 10).then('big').else('small').end().as('kind'))",
      `selectAll().select((eb) => [eb.fn<string>('upper', ['${c(2)}']).as('upper_name'), eb.fn<string>('date', ['${c(3)}']).as('day')])`,
      `select([${quoted([...kept, ...added])}, '${c(10)} as renamed'])`,
      `select([${quoted([...kept.filter((name) => name !== c(11) && name !== c(12)), ...added, 'renamed'])}])`,
      "selectAll().where('renamed', '!=', 3)",
      "selectAll().orderBy('net', 'desc').orderBy('day')",
      'selectAll().limit(1000)',
      `leftJoin('lookup', 'lookup.id', 't.${c(0)}').selectAll('t').select(['lookup.id', 'lookup.name'])`,
      "selectAll().select((eb) => eb.fn.coalesce('name', eb.val('none')).as('label'))",
      "selectAll().where('label', '!=', 'none')",
      `innerJoin('lookup', 'lookup.id', 't.${c(5)}').selectAll('t').select(['lookup.id as id_second', 'lookup.name as name_second'])`,
      `select([${quoted([...kept.filter((name) => name !== c(11) && name !== c(12)), ...added, 'renamed', 'id', 'name', 'label', 'id_second'])}])`,
      "selectAll().select((eb) => eb.fn.agg<number>('row_number').over((ob) => ob.partitionBy('label').orderBy('day')).as('nth'))",
      "selectAll().where('nth', '<=', 100)",
      "selectAll().select((eb) => eb.fn.agg<number | null>('lag', ['net']).over((ob) => ob.partitionBy('label').orderBy('day')).as('previous'))",
      "selectAll().select((eb) => eb('net', '-', eb.ref('previous')).as('change'))",
      "selectAll().select((eb) => eb.fn<number | null>('round', ['change', eb.lit(2)]).as('rounded'))",
      "selectAll().where('rounded', 'is not', null)",
      'selectAll().distinct()',
      "selectAll().select((eb) => eb.cast<string | null>('rounded', 'text').as('text'))",
      `select(['label', 'kind', 'net', 'gross', 'day', 'text', '${c(15)}', '${c(17)}', '${c(24)}'])`,
      "selectAll().where('text', 'like', '1%')",
      `groupBy(['label', 'kind']).select((eb) => ['label', 'kind', eb.fn.countAll<number>().as('n'), eb.fn.sum<number | null>('net').as('total'), eb.fn.max('gross').as('best'), eb.fn.sum<number | null>('${c(24)}').as('exact')])`,
      "selectAll().select((eb) => eb('total', '/', eb.ref('n')).as('share'))",
      "selectAll().orderBy('label').orderBy('kind')",
    ]
    const queries = steps.map((text, place) => {
      const from = place === 0 ? `'t${model} as t'` : `${step(place - 1)}.as('t')`
      return `const ${step(place)} = db.selectFrom(${from}).${text}`
    })
    return `${queries.join('\n')}
export const rows${model}: Promise<${ROW}[]> = ${step(steps.length - 1)}.execute()`
  },
}
