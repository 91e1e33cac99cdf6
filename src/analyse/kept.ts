/** A frame whose rows are kept somewhere: it reads them there, and its columns stay what they were. */
import { MillraceError } from '../errors/index.ts'
import type { Relation } from '../plan/relation.ts'
import { makeFrame } from './analysis.ts'
import type { Kept } from './catalogue.ts'
import type { AnalysedFrame } from './frame-scope.ts'
import { type Attribute, type Plan, partsOf, type SortTerm } from './resolved.ts'

/**
 * @param computed the frame as its verbs make it. Its columns give the kept ones their identities, so that references to
 * older frames go on. Where the sources have changed so that it cannot be made, or is another frame, the rows stand alone.
 * @param alone columns with identities of their own
 */
export function analyseKept(
  relation: Relation,
  kept: Kept,
  computed: () => AnalysedFrame,
  alone: () => readonly Attribute[],
): AnalysedFrame {
  const frame = orNothing(computed)
  const same =
    frame !== undefined &&
    frame.outputs.length === kept.fields.length &&
    frame.outputs.every(({ name }, index) => name === kept.fields[index]?.name)
  if (!same) return makeFrame(relation, reading(kept, alone()), undefined)
  const outputs = frame.outputs.map((attribute, index): Attribute => {
    const { type, nullable } = kept.fields[index] as Kept['fields'][number]
    return { ...attribute, type, nullable }
  })
  return makeFrame(relation, inOrder(reading(kept, outputs), frame.plan), frame.joined)
}

function reading(kept: Kept, outputs: readonly Attribute[]): Plan {
  return kept.kind === 'scan'
    ? { kind: 'scan', table: kept.table, outputs }
    : { kind: 'statement', sql: kept.sql, bindings: kept.bindings, outputs }
}

function orNothing(computed: () => AnalysedFrame): AnalysedFrame | undefined {
  try {
    return computed()
  } catch (error) {
    if (error instanceof MillraceError) return undefined
    throw error
  }
}

/** Rows in a table have no order: where the frame had one, they are sorted once more by what is kept of its keys. */
function inOrder(rows: Plan, plan: Plan): Plan {
  const terms = orderOf(plan)
  const ids = new Set(rows.outputs.map(({ id }) => id))
  const there = (expr: SortTerm['expr']): boolean =>
    expr.kind === 'column' ? ids.has(expr.id) : partsOf(expr).every(there)
  return terms.length > 0 && terms.every(({ expr }) => there(expr))
    ? { kind: 'sort', input: rows, terms, outputs: rows.outputs }
    : rows
}

function orderOf(plan: Plan): readonly SortTerm[] {
  let node = plan
  while (node.kind === 'limit' || node.kind === 'project' || node.kind === 'filter') node = node.input
  return node.kind === 'sort' ? node.terms : []
}
