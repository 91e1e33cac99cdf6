import { type FunctionEntry, functionEntry } from '../functions/entry.ts'
import type { Relation } from '../plan/relation.ts'
import { types } from '../plan/type.ts'
import { type Analysis, computed, keep, makeFrame, project } from './analysis.ts'
import { chosen } from './chosen.ts'
import type { AnalysedFrame } from './frame-scope.ts'
import { columnExpr, countColumns, type Expr, type Plan, type SortTerm } from './resolved.ts'

/** `dropDuplicates(names)`: the first row of each combination, as a row number that is 1. */
export function analyseDropDuplicates(
  relation: Extract<Relation, { kind: 'dropDuplicates' }>,
  analysis: Analysis,
): AnalysedFrame {
  const input = analysis.frame(relation.input)
  const partitionBy = chosen(input, relation.names, 'dropDuplicates').map(columnExpr)
  const number = rowNumber(partitionBy, orderOf(input.plan))
  const numbered = computed('_row_number', number, analysis)
  const kept = input.outputs.map(keep)
  const first: Expr = {
    kind: 'call',
    fn: functionEntry('eq') as FunctionEntry,
    args: [columnExpr(numbered.attribute), { kind: 'literal', value: 1, type: types.int, nullable: false }],
    type: types.boolean,
    nullable: false,
  }
  const below = project(input.plan, [...kept, numbered])
  const plan = project({ kind: 'filter', input: below, condition: first, outputs: below.outputs }, kept)
  return makeFrame(relation, plan, input.joined)
}

/** The place of a row among those that are equal by some columns; without an order any of them is the first. */
export const rowNumber = (partitionBy: readonly Expr[], orderBy: readonly SortTerm[]): Expr => ({
  kind: 'over',
  call: { kind: 'call', fn: functionEntry('rowNumber') as FunctionEntry, args: [], type: types.int, nullable: false },
  partitionBy,
  orderBy,
  frame: undefined,
  type: types.int,
  nullable: false,
})

/** The order that a plan's rows have, as far as its outputs can still say it. */
function orderOf(plan: Plan): readonly SortTerm[] {
  const outputs = new Set(plan.outputs.map((attribute) => attribute.id))
  let node = plan
  while (node.kind === 'filter' || node.kind === 'limit' || node.kind === 'project') node = node.input
  if (node.kind !== 'sort') return []
  const told = (term: SortTerm): boolean => {
    const used = new Map<number, number>()
    countColumns(term.expr, used)
    return [...used.keys()].every((id) => outputs.has(id))
  }
  const lost = node.terms.findIndex((term) => !told(term))
  return lost === -1 ? node.terms : node.terms.slice(0, lost)
}
