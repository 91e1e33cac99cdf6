import type { Plan } from '../analyse/resolved.ts'
import { expressionText } from './expression-text.ts'
import type { ColumnLineage, ConditionOrigin, Conditions, DirectOrigin, Lineage } from './lineage.ts'
import { CONDITIONS, DIRECT, type DirectKind, type Marks, NO_FLOW } from './origins.ts'
import { trace } from './trace.ts'

/**
 * Where the columns of a plan come from: through every verb, and through frames that are kept as far as the plan shows
 * what is in them (analyse it with a catalogue that knows of none).
 *
 * Of SQL text of the user's own nothing is said but that it is there: `unknown`.
 *
 * @example
 * const { columns } = lineageOf(analyse(relation, { catalogue, now }))
 * columns[0] // { name: 'total', direct: [{ table: { name: 'orders' }, column: 'amount', kind: 'aggregation' }], … }
 */
export function lineageOf(plan: Plan): Lineage {
  const traced = trace(plan)
  return {
    columns: plan.outputs.map(({ id, name }): ColumnLineage => {
      const { direct, conditions } = traced.columns.get(id) ?? NO_FLOW
      const made = traced.made.get(id)
      return {
        name,
        direct: directOf(direct),
        unknown: holdsText(direct),
        conditions: conditionsOf(conditions),
        expression: made && expressionText(made, traced.made),
      }
    }),
    rows: conditionsOf(traced.rows),
  }
}

function directOf(marks: Marks): readonly DirectOrigin[] {
  return [...marks].flatMap(([origin, place]): readonly DirectOrigin[] =>
    origin.kind === 'column' ? [{ table: origin.table, column: origin.column, kind: DIRECT[place] as DirectKind }] : [],
  )
}

function conditionsOf(marks: Marks): Conditions {
  return {
    origins: [...marks].flatMap(([origin, bits]): readonly ConditionOrigin[] =>
      origin.kind === 'column'
        ? [{ table: origin.table, column: origin.column, kinds: CONDITIONS.filter((_, place) => bits & (1 << place)) }]
        : [],
    ),
    tables: [...marks.keys()].flatMap((origin) => (origin.kind === 'rows' ? [origin.table] : [])),
    unknown: holdsText(marks),
  }
}

const holdsText = (marks: Marks): boolean => [...marks.keys()].some(({ kind }) => kind === 'unknown')
