/** Takes a case apart into what Spark answered by itself: a row, a group, a partition. */
import type { ExpressionNode, Json } from '../nodes.ts'
import type { Cells, FunctionCase, Kind } from './cases.ts'

/** Input rows whose answers no other row of the case has a part in. */
export interface Unit {
  readonly rows: readonly Cells[]
  /** The group, for aggregates. */
  readonly group: Json
  /** Spark's answers in their order; over a window and from a generator each with its row's id before it. */
  readonly answers: readonly Cells[]
}

export const keyOf = (value: Json | undefined): string => JSON.stringify(value ?? null)

export function unitsOf(one: FunctionCase, kind: Kind): readonly Unit[] {
  const expect = one.expect as readonly Json[]
  if (kind === 'scalar') {
    return one.rows.map((row, index) => ({ rows: [row], group: null, answers: [[expect[index] ?? null]] }))
  }
  if (one.global) return [{ rows: one.rows, group: null, answers: [[one.expect]] }]
  const answers = one.expect as readonly Cells[]
  if (kind === 'aggregate') {
    const groups = gather(one.rows, 0)
    return answers.map(([group = null, answer = null]) => ({
      rows: groups.get(keyOf(group)) ?? [],
      group,
      answers: [[answer]],
    }))
  }
  const at = kind === 'generator' ? idColumn(one) : partitionColumn(one)
  const partitions = at === undefined ? new Map([['all', one.rows]]) : gather(one.rows, at)
  const id = idColumn(one)
  return [...partitions.values()].map((rows) => {
    const ids = new Set(rows.map((row) => keyOf(row[id])))
    return { rows, group: null, answers: byId(answers.filter((answer) => ids.has(keyOf(answer[0])))) }
  })
}

/** Answers of one id stay in their order. */
export function byId(answers: readonly Cells[]): readonly Cells[] {
  const idOf = (answer: Cells) => Number(answer[0])
  return [...answers].sort((a, b) => idOf(a) - idOf(b))
}

function gather(rows: readonly Cells[], column: number): ReadonlyMap<string, readonly Cells[]> {
  const groups = new Map<string, Cells[]>()
  for (const row of rows) {
    const key = keyOf(row[column])
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

export const idColumn = ({ columns }: FunctionCase): number => columns.findIndex(([name]) => name === 'id')

/** The column by which the window is partitioned, where it is one. */
function partitionColumn({ expr, columns }: FunctionCase): number | undefined {
  const by: readonly ExpressionNode[] = 'over' in expr ? (expr.partitionBy ?? []) : []
  const [only] = by
  if (by.length !== 1 || !only || !('col' in only)) return undefined
  return columns.findIndex(([name]) => name === only.col)
}
