/** A difference as people read it: the program, its tables, the SQL of each engine, and the rows. */
import type { Json } from '../oracle/nodes.ts'
import { type Cell, toJson } from './model/cells.ts'
import type { Found } from './search.ts'

export function report({ failure, differences }: Found): string {
  const { world, made } = failure
  const used = new Set(made.program.steps.filter(({ op }) => op === 'table').map(({ name }) => name))
  return [
    'program',
    ...made.program.steps.map((step) => `  ${JSON.stringify(step)}`),
    'tables',
    ...Object.entries(world)
      .filter(([name]) => used.has(name))
      .flatMap(([name, { columns, rows }]) => table(name, columns, rows)),
    ...(made.answer
      ? table(
          'the model',
          made.answer.columns.map(({ name, type }) => [name, type] as const),
          rowsOf(made.answer.rows),
        )
      : ['  the model has no answer']),
    ...(made.answer?.places ? [`  in the order ${made.answer.places.join(' ')}`] : []),
    ...differences.flatMap(({ engine, why, reply }) => [
      `${engine}: ${why}`,
      `  ${reply.sql ?? 'no SQL'}`,
      ...('answer' in reply
        ? table(engine, reply.answer.columns, rowsOf(reply.answer.rows))
        : [`  ${reply.error.stack ?? ''}`]),
    ]),
  ].join('\n')
}

const rowsOf = (rows: readonly (readonly Cell[])[]): readonly (readonly Json[])[] =>
  rows.map((row) => row.map((cell) => (Object.is(cell, -0) ? '-0' : toJson(cell))))

function table(
  title: string,
  columns: readonly (readonly [string, string])[],
  rows: readonly (readonly Json[])[],
): readonly string[] {
  return [
    `  ${title}: ${columns.map(([name, type]) => `${name} ${type}`).join(', ')}`,
    ...rows.map((row) => `    ${JSON.stringify(row)}`),
  ]
}
