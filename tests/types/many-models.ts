/** The text of a program as large as a big project: models of many steps over wide tables. */

const COLUMNS = 50

const columns = (model: number): string =>
  Array.from({ length: COLUMNS }, (_, index) => {
    const type = ["'long'", "'double?'", "'string'", "'timestamp'", "'decimal(12,2)?'"][index % 5] as string
    return `  m${model}_c${index}: ${type},`
  }).join('\n')

/** Thirty operations of every kind, each on the result of the one before. */
function operations(model: number, wide: boolean): string {
  const c = (index: number) => `m${model}_c${index}`
  const needed = [0, 5, 15, 17, 24].map((index) => `'${c(index)}'`).join(', ')
  return `
  .filter((o) => o.${c(0)}.gt(0), (o) => or(o.${c(2)}.isin(['a', 'b']), and(o.${c(1)}.gte(5), o.${c(7)}.eq('c'))))
  .withColumn('net', (o) => o.${c(1)}.minus(coalesce(o.${c(6)}, 0)))
  .withColumn('gross', (o) => o.net.times(1.2))
  .withColumn('kind', (o) => when(o.net.gt(10), 'big').otherwise('small'))
  .withColumns((o) => ({ upper_name: upper(o.${c(2)}), day: toDate(o.${c(3)}) }))
  .rename({ ${c(10)}: 'renamed_${model}' })
  .drop('${c(11)}', '${c(12)}')
  .filter((o) => o.renamed_${model}.ne(3))
  .orderBy((o) => [o.net.desc(), o.day])
  ${wide ? '.limit(1000)' : `.select(${needed}, 'net', 'gross', 'kind', 'day')`}
  .join(lookup, (l, r) => l.${c(0)}.eq(r.id), { how: 'left', suffix: '_lookup' })
  .withColumn('label', (o) => coalesce(o.name, 'none'))
  .filter((o) => o.label.ne('none'))
  .join(lookup, (l, r) => l.${c(5)}.eq(r.id), { suffix: '_second' })
  .drop('name_second')
  .withColumn('nth', (o) => rowNumber().over(Window.partitionBy(o.label).orderBy(o.day)))
  .filter((o) => o.nth.lte(100))
  .withColumn('previous', (o) => lag(o.net).over(Window.partitionBy(o.label).orderBy(o.day)))
  .withColumn('change', (o) => o.net.minus(o.previous))
  .withColumn('rounded', (o) => round(o.change, 2))
  .where((o) => o.rounded.isNotNull())
  .distinct()
  .withColumn('as_text', (o) => o.rounded.cast('string'))
  .withColumnRenamed('as_text', 'text')
  .select('id', 'label', 'net', 'gross', 'kind', 'day', 'text', '${c(15)}', '${c(17)}', '${c(24)}')
  .filter((o) => o.text.like('1%'))
  .groupBy('label', 'kind')
  .agg((o) => ({ n: count(), total: sum(o.net), best: max(o.gross), exact: sum(o.${c(24)}) }))
  .withColumn('share', (o) => o.total.div(o.n))
  .orderBy('label', 'kind')`
}

/**
 * A program of `models` models, thirty operations each, that imports Millrace from `index`. A `wide` one carries all
 * fifty columns nearly to its end; else each model selects what it needs after ten operations.
 */
export function manyModels(models: number, index: string, wide = false): string {
  const parts = [
    `import { and, coalesce, count, lag, max, or, round, rowNumber, schema, type Session, sum, toDate, upper, when, Window } from '${index}'`,
    'declare const session: Session',
    "const lookup = session.table('lookup', schema({ id: 'long', name: 'string?' }))",
  ]
  for (let model = 0; model < models; model += 1) {
    parts.push(
      `const schema${model} = schema({\n${columns(model)}\n})`,
      `export const model${model} = session.table('t${model}', schema${model})${operations(model, wide)}`,
      `export const rows${model}: Promise<{ label: string; kind: string; n: number; total: number | null }[]> = model${model}.collect()`,
    )
  }
  return `${parts.join('\n')}\n`
}
